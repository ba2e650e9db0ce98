/** One statement with its parameters, `$1` being the first. */
export interface Statement {
  readonly sql: string
  readonly params?: readonly Parameter[]
  /** In `attempt`: undoes the whole transaction where this statement changes no row. */
  readonly mustChange?: true
}

export type Parameter = string | number | null

/** A row as the database gives it: column name to value. */
export type Row = Readonly<Record<string, string | number | null>>

/** The store. One SQL text serves every database. */
export interface Database {
  /** The rows of a query. */
  query(sql: string, params?: readonly Parameter[]): Promise<readonly Row[]>
  /** Runs the statements in one transaction: all or none. */
  batch(statements: readonly Statement[]): Promise<void>
  /**
   * Runs the statements in one transaction: all, or none where one that must change a row changes none.
   * Transactions may run side by side: a limit holds only where it stands in the row that the same
   * statement changes (`UPDATE … SET n = n + 1 WHERE n < $1`), never in what another one reads.
   * @returns whether they were done.
   */
  attempt(statements: readonly Statement[]): Promise<boolean>
  /** The time that all who share the store go by. */
  now(): Promise<Date>
  close(): Promise<void>
}
