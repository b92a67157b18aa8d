import type { Example } from './example.ts';

/** Error bodies, one from the documents and three as users reported them. */
export const errorExamples: readonly Example[] = [
  {
    name: 'error_general_docs',
    document: 'errors',
    section: 'Example of an error body',
    kind: 'error',
    body: {
      error: {
        code: 'invalidRange',
        message: 'Uploaded fragment overlaps with existing data.',
        innerError: {
          'request-id': 'request-id',
          date: 'date-time',
        },
      },
    },
  },
  {
    name: 'error_invalid_filter_reported',
    document: 'issue-16010',
    section: 'Reported body',
    version: 'beta',
    operation: 'list',
    kind: 'error',
    status: 400,
    body: {
      error: {
        code: 'BadRequest',
        message: 'Invalid filter clause',
        innerError: {
          date: '2022-02-28T15:49:58',
          'request-id': '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311',
          'client-request-id': '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311',
        },
      },
    },
  },
  {
    name: 'error_missing_acts_as_reported',
    document: 'issue-2884',
    section: 'Reported body',
    kind: 'error',
    status: 403,
    body: {
      error: {
        code: 'Forbidden',
        message:
          '{"error":{"code":"Forbidden","message":"MS-APP-ACTS-AS header needs to be set for application context requests.","details":[],"innererror":{"code":"MissingUserIdHeaderInAppContext"}}}',
        innerError: {
          date: '2021-10-12T12:56:31',
          'request-id': 'MASKED',
          'client-request-id': 'MASKED',
        },
      },
    },
  },
  {
    name: 'error_team_not_found_reported',
    document: 'issue-4957',
    section: 'Reported body',
    kind: 'error',
    status: 404,
    body: {
      error: {
        code: 'NotFound',
        message:
          '{"error":{"code":"NotFound","message":"Sorry, the team was not found, or you may not have access to it.","details":[],"innererror":{"code":"TeamNotFound"}}}',
        innerError: {
          date: '2020-06-29T21:10:59',
          'request-id': 'XXXXXxxxxxxxxxxXX',
        },
      },
    },
  },
];
