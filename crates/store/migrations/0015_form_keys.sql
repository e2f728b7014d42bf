-- Room store --------------------------------------------------------------------------------------------------------

-- Forms that were sent, so that one sent twice is one: the answer of the first is the answer of all.
CREATE TABLE form_keys (
    library BIGINT NOT NULL,
    key TEXT NOT NULL,
    sent_ms BIGINT NOT NULL,
    status BIGINT,
    location TEXT,
    body TEXT,
    PRIMARY KEY (library, key)
);
CREATE INDEX form_keys_by_time ON form_keys (library, sent_ms);
