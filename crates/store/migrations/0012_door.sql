-- Room circle, hardened ---------------------------------------------------------------------------------------------

-- device: a hash of the key that a browser keeps since somebody signed in there. It opens nothing; whoever tries from there again
-- does not wait for what strangers do.
CREATE TABLE known_devices (
    library BIGINT NOT NULL,
    account BIGINT NOT NULL,
    device BYTEA NOT NULL,
    made_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    PRIMARY KEY (library, account, device)
);
CREATE INDEX known_devices_by_device ON known_devices (library, device);

-- asker: a hash of the session, device or address that asked; one asker has so many questions, and takes the place of no other.
ALTER TABLE passkey_questions ADD COLUMN asker BYTEA;
DELETE FROM passkey_questions;
CREATE INDEX passkey_questions_by_asker ON passkey_questions (library, asker);

CREATE INDEX sign_in_failures_by_time ON sign_in_failures (library, last_ms);
