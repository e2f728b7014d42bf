-- Room care ---------------------------------------------------------------------------------------------------------

-- What every process on this database has to know and nobody else may. sealed names: what the keys of sealed names are made of.
CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    secret BYTEA NOT NULL
) {clustered};
