-- Room library ------------------------------------------------------------------------------------------------------

-- Whether whoever runs the program named a folder themselves: links in it may lead elsewhere. Folders that a page added are
-- looked into where photos are allowed to be.
ALTER TABLE folders ADD COLUMN given BIGINT NOT NULL DEFAULT 0;
