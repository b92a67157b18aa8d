export { judge } from './checks/judge.ts';
