import { defineTimecardSuite } from './timecard-suite.ts';

defineTimecardSuite(process.env['TIMECARD_BASE_URL'] === undefined ? { reference: true } : {});
