-- Room care ---------------------------------------------------------------------------------------------------------

-- deaths: whose death was noted by this loss, and as which day, so that it goes with the loss.
ALTER TABLE losses ADD COLUMN deaths TEXT;

-- last_change: the number of the change that `before` takes back.
ALTER TABLE hard_days ADD COLUMN last_change BIGINT;
