/** One statement with its parameters, `$1` being the first. */
export interface Statement {
  readonly sql: string
  readonly params?: readonly Parameter[]
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
  close(): Promise<void>
}
