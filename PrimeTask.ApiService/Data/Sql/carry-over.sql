-- From the last schema before the first release to that of the migration Initial; the caller runs task-counters.sql after it.
-- Two at once: the second waits here, and finds nothing left to do.
LOCK TABLE "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE tasks IN SHARE ROW EXCLUSIVE MODE;

DROP TABLE IF EXISTS task_due_counts;
ALTER TABLE task_count_changes DROP COLUMN IF EXISTS due_hour;
DROP FUNCTION IF EXISTS open_due_hour(text, timestamptz);

DO $$
BEGIN
    IF to_regclass('idempotent_answers') IS NOT NULL THEN
        ALTER TABLE idempotent_answers RENAME COLUMN answer TO response;
        ALTER TABLE idempotent_answers RENAME TO idempotent_responses;
        ALTER INDEX pk_idempotent_answers RENAME TO pk_idempotent_responses;
        ALTER INDEX ix_idempotent_answers_expires_at RENAME TO ix_idempotent_responses_expires_at;
    END IF;
END
$$;

DELETE FROM "__EFMigrationsHistory" WHERE migration_id < {0};
INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ({0}, {1}) ON CONFLICT DO NOTHING;
