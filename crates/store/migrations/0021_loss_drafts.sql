-- What somebody began to say of a loss: it counts for nothing until it is kept for good, and is forgotten after a day.
CREATE TABLE loss_drafts (
    library BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    body TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (library, id)
);
