-- Room care ---------------------------------------------------------------------------------------------------------

-- JSON that a program wrote down is the body of its row; "said" is what a person said.
ALTER TABLE losses RENAME COLUMN said TO body;
ALTER TABLE loss_offers RENAME COLUMN said TO body;
ALTER TABLE hard_days RENAME COLUMN said TO body;
ALTER TABLE care_log RENAME COLUMN said TO body;
