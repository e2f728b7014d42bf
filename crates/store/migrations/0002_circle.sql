-- Room circle -------------------------------------------------------------------------------------------------------

-- name_key: the name as it is compared when somebody signs in. handle: what passkeys call the account.
-- language: a tag such as es, or nothing while the browser's wish counts. countries: ISO codes with spaces between.
CREATE TABLE accounts (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    password TEXT NOT NULL,
    handle BYTEA NOT NULL,
    language TEXT,
    zone TEXT NOT NULL,
    countries TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id),
    UNIQUE (library, person),
    UNIQUE (library, name_key)
);

-- token: a hash of what the browser holds. earlier: of what it held before, good until it is seen to hold the new one and
-- a little longer, for requests on their way (earlier_until_ms).
CREATE TABLE sessions (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    token BYTEA NOT NULL,
    earlier BYTEA,
    earlier_until_ms BIGINT,
    browser TEXT NOT NULL,
    system TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    renewed_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id),
    UNIQUE (library, token)
);
CREATE INDEX sessions_by_earlier ON sessions (library, earlier);
CREATE INDEX sessions_by_account ON sessions (library, account);

-- key: what is needed to check an answer of the passkey, as JSON.
CREATE TABLE passkeys (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    name TEXT NOT NULL,
    credential BYTEA NOT NULL,
    key TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (library, id),
    UNIQUE (library, credential)
);
CREATE INDEX passkeys_by_account ON passkeys (library, account);

-- What a browser was asked by way of passkeys and has not answered yet. Those of nobody in particular are of library 0.
CREATE TABLE passkey_questions (
    library BIGINT NOT NULL,
    ticket BYTEA NOT NULL,
    session BIGINT,
    question TEXT NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (library, ticket)
);

CREATE TABLE recovery_codes (
    library BIGINT NOT NULL,
    account BIGINT NOT NULL,
    code BYTEA NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (library, account, code)
);

-- scopes: read, write, import, with spaces between.
CREATE TABLE tokens (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    name TEXT NOT NULL,
    token BYTEA NOT NULL,
    scopes TEXT NOT NULL,
    until_ms BIGINT,
    made_ms BIGINT NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (library, id),
    UNIQUE (library, token)
);
CREATE INDEX tokens_by_account ON tokens (library, account);

-- Codes that open a door once. account: who comes in by it; nothing, while there is no account and the code is for set-up.
-- Those of nobody yet are of library 0.
CREATE TABLE once_codes (
    library BIGINT NOT NULL,
    code BYTEA NOT NULL,
    account BIGINT,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (library, code)
);

-- subject: a hash of the name or address from which somebody tried in vain. All of them are of library 0.
CREATE TABLE sign_in_failures (
    library BIGINT NOT NULL,
    subject BYTEA NOT NULL,
    failures BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (library, subject)
);
