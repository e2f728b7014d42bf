-- Room care ---------------------------------------------------------------------------------------------------------

-- What every process on this database has to know and nobody else may; of library 0 where it belongs to none. sealed names: what the
-- keys of sealed names are made of.
CREATE TABLE secrets (
    library BIGINT NOT NULL,
    name TEXT NOT NULL,
    secret BYTEA NOT NULL,
    PRIMARY KEY (library, name)
) {clustered};
