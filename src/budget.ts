export { readAccounts, type Account } from './budget/account.ts'
export {
  openLedger,
  type Expense,
  type Ledger,
  type LedgerOptions,
  type Share,
} from './budget/ledger.ts'
export {
  limitNames,
  languageLimit,
  limitsOf,
  type LimitName,
  type Limits,
} from './budget/limits.ts'
export { formatMoney, shareOut, toMicros, type Micros } from './budget/money.ts'
export { limitsInForce, raisesOn, recordRaise, type Raise } from './budget/raises.ts'
export { BudgetError } from './budget/refusal.ts'
