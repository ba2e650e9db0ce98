/** The schema, as numbered steps. A step that was released is never changed; a change is a new step. */
export const migrations: readonly string[] = [
  `CREATE TABLE memory (
     source_hash TEXT NOT NULL,
     locale TEXT NOT NULL,
     variant TEXT NOT NULL,
     source TEXT NOT NULL,
     text TEXT NOT NULL,
     engine TEXT NOT NULL,
     attempt TEXT NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (source_hash, locale, variant)
   ) STRICT;
   CREATE TABLE article (
     site TEXT NOT NULL,
     id TEXT NOT NULL,
     revision TEXT NOT NULL,
     next_block INTEGER NOT NULL,
     document TEXT NOT NULL,
     seen TEXT NOT NULL,
     PRIMARY KEY (site, id)
   ) STRICT;
   CREATE TABLE localized (
     site TEXT NOT NULL,
     article TEXT NOT NULL,
     locale TEXT NOT NULL,
     input TEXT NOT NULL,
     output TEXT NOT NULL,
     report TEXT NOT NULL,
     PRIMARY KEY (site, article, locale)
   ) STRICT;
   CREATE TABLE support (
     engine TEXT NOT NULL,
     source TEXT NOT NULL,
     target TEXT NOT NULL,
     supported INTEGER NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (engine, source, target)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE run (
     id TEXT PRIMARY KEY,
     started TEXT NOT NULL,
     ended TEXT,
     exit_code INTEGER,
     totals TEXT
   ) STRICT;
   CREATE TABLE ledger (
     id TEXT PRIMARY KEY,
     run TEXT NOT NULL,
     at TEXT NOT NULL,
     engine TEXT NOT NULL,
     locale TEXT NOT NULL,
     characters INTEGER NOT NULL,
     micros INTEGER NOT NULL,
     settled INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX ledger_at ON ledger (at, micros);
   CREATE INDEX ledger_run ON ledger (run, micros);`,
  `CREATE TABLE glossary (
     file TEXT NOT NULL,
     hash TEXT NOT NULL,
     at TEXT NOT NULL,
     text TEXT NOT NULL,
     compiled TEXT NOT NULL,
     settled INTEGER NOT NULL,
     PRIMARY KEY (file, hash)
   ) STRICT;
   CREATE TABLE engine_glossary (
     engine TEXT NOT NULL,
     name TEXT NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (engine, name)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE article ADD COLUMN previous TEXT;
   ALTER TABLE article ADD COLUMN previous_revision TEXT;
   ALTER TABLE article ADD COLUMN significance TEXT;
   ALTER TABLE article ADD COLUMN withdrawn TEXT;
   CREATE TABLE source (
     site TEXT NOT NULL,
     name TEXT NOT NULL,
     stamp TEXT NOT NULL,
     hash TEXT NOT NULL,
     found TEXT NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (site, name)
   ) STRICT;
   CREATE TABLE fetched (
     url TEXT PRIMARY KEY,
     etag TEXT,
     modified TEXT,
     at TEXT NOT NULL,
     retry_at TEXT,
     final_url TEXT NOT NULL,
     body TEXT NOT NULL
   ) STRICT;`,
  `ALTER TABLE article ADD COLUMN origin TEXT;
   ALTER TABLE article ADD COLUMN urgency INTEGER;
   ALTER TABLE article ADD COLUMN locale TEXT;
   ALTER TABLE article ADD COLUMN targets TEXT;
   ALTER TABLE ledger ADD COLUMN request TEXT NOT NULL DEFAULT '';
   ALTER TABLE ledger ADD COLUMN site TEXT NOT NULL DEFAULT '';
   ALTER TABLE ledger ADD COLUMN article TEXT NOT NULL DEFAULT '';
   CREATE INDEX ledger_request ON ledger (request);
   CREATE TABLE spending (
     scope TEXT PRIMARY KEY,
     micros INTEGER NOT NULL
   ) STRICT;
   INSERT INTO spending (scope, micros)
     SELECT 'day ' || substr(at, 1, 10), SUM(micros) FROM ledger GROUP BY substr(at, 1, 10)
     UNION ALL SELECT 'month ' || substr(at, 1, 7), SUM(micros) FROM ledger GROUP BY substr(at, 1, 7)
     UNION ALL SELECT 'language ' || locale || ' ' || substr(at, 1, 7), SUM(micros) FROM ledger
       GROUP BY locale, substr(at, 1, 7);
   CREATE TABLE raised (
     id TEXT PRIMARY KEY,
     at TEXT NOT NULL,
     scope TEXT NOT NULL,
     micros INTEGER NOT NULL,
     person TEXT NOT NULL,
     reason TEXT NOT NULL,
     until TEXT
   ) STRICT;
   CREATE TABLE edition (
     site TEXT NOT NULL,
     article TEXT NOT NULL,
     locale TEXT NOT NULL,
     input TEXT NOT NULL,
     assembled TEXT NOT NULL,
     held INTEGER NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (site, article, locale)
   ) STRICT;
   CREATE TABLE flight (
     sentence TEXT PRIMARY KEY,
     holder TEXT NOT NULL,
     until INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE pace (
     engine TEXT PRIMARY KEY,
     version INTEGER NOT NULL,
     state TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE schedule (
     site TEXT NOT NULL,
     source TEXT NOT NULL,
     slot INTEGER NOT NULL,
     PRIMARY KEY (site, source)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE importing (
     file TEXT PRIMARY KEY,
     at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE job (
     id TEXT PRIMARY KEY,
     site TEXT NOT NULL,
     lane TEXT NOT NULL,
     name TEXT NOT NULL,
     data TEXT NOT NULL,
     priority INTEGER NOT NULL,
     state TEXT NOT NULL,
     attempts INTEGER NOT NULL,
     created INTEGER NOT NULL,
     due INTEGER NOT NULL,
     token TEXT,
     leased_until INTEGER,
     reason TEXT
   ) STRICT;
   CREATE UNIQUE INDEX job_name ON job (site, lane, name) WHERE state <> 'dead';
   CREATE INDEX job_dead ON job (site, lane, name) WHERE state = 'dead';
   CREATE INDEX job_due ON job (site, lane, state, priority DESC, due, created);
   CREATE INDEX localized_input ON localized (site, article, locale, input, output);
   CREATE INDEX article_standing ON article
     (site, id, locale, revision, urgency, targets, withdrawn) WHERE withdrawn IS NULL;`,
]

/** The number of the present schema. */
export const schemaVersion: number = migrations.length
