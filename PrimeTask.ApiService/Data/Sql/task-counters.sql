-- Every change of tasks adds rows to task_count_changes in its own transaction (docs/decisions/0005-counts-as-changes.md).

CREATE OR REPLACE FUNCTION count_created_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO task_count_changes (owner_id, status, priority, change)
    SELECT owner_id, status, priority, count(*) FROM created GROUP BY owner_id, status, priority;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO task_count_changes (owner_id, status, priority, change)
    SELECT owner_id, status, priority, -count(*) FROM deleted GROUP BY owner_id, status, priority;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_moved_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO task_count_changes (owner_id, status, priority, change)
    SELECT owner_id, status, priority, sum(change) FROM (
        SELECT owner_id, status, priority, -1 AS change FROM old_tasks
        UNION ALL SELECT owner_id, status, priority, 1 FROM new_tasks) AS moves
    GROUP BY owner_id, status, priority HAVING sum(change) <> 0;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION forget_task_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task_count_changes;
    DELETE FROM task_counts;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER tasks_created AFTER INSERT ON tasks REFERENCING NEW TABLE AS created
    FOR EACH STATEMENT EXECUTE FUNCTION count_created_tasks();
CREATE OR REPLACE TRIGGER tasks_deleted AFTER DELETE ON tasks REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_tasks();
CREATE OR REPLACE TRIGGER tasks_moved AFTER UPDATE ON tasks REFERENCING OLD TABLE AS old_tasks NEW TABLE AS new_tasks
    FOR EACH STATEMENT EXECUTE FUNCTION count_moved_tasks();
CREATE OR REPLACE TRIGGER tasks_truncated AFTER TRUNCATE ON tasks
    FOR EACH STATEMENT EXECUTE FUNCTION forget_task_counts();
