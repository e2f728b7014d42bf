-- Room store --------------------------------------------------------------------------------------------------------

-- How often anything was written here: whoever reckoned something out of the data keeps it only as long as this stays the same.
CREATE TABLE data_version (
    name TEXT PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO data_version (name, version) VALUES ('house', 1);
