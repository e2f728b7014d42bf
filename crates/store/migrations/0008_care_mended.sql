-- Room care ---------------------------------------------------------------------------------------------------------

-- before: what was said of the day before it was last changed, so that the change can be taken back.
ALTER TABLE hard_days ADD COLUMN before TEXT;

-- withdrawn_ms: since when whoever made the offer wants it no more; whether it was answered is not told.
ALTER TABLE loss_offers ADD COLUMN withdrawn_ms BIGINT;
