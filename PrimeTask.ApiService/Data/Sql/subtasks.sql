-- A subtask is in the project of its parent (docs/decisions/0029-subtasks.md). At the end of each transaction that moved tasks to other projects, and whichever
-- release's replica ran it, the subtasks of a moved task follow it, and a subtask that was moved alone is a subtask no longer. Not at once: in the middle of a
-- transaction a parent can be in its new project before its subtasks are. The history of a subtask that follows names who moved the parent.
-- A session plans each statement once: the settings make it look up each task, however small the table was then.
CREATE OR REPLACE FUNCTION follow_parent() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    WITH followed AS (
        UPDATE tasks SET project_id = parent.project_id, updated_at = parent.updated_at
        FROM tasks AS parent
        WHERE parent.id = NEW.id AND tasks.parent_id = NEW.id AND tasks.project_id IS DISTINCT FROM parent.project_id
        RETURNING tasks.id, tasks.project_id)
    INSERT INTO task_history (task_id, actor_id, at, changes)
    SELECT followed.id, entry.actor_id, entry.at, jsonb_build_object('project', jsonb_build_object('from', OLD.project_id, 'to', followed.project_id))
    FROM followed, (SELECT actor_id, at FROM task_history WHERE task_id = NEW.id ORDER BY id DESC LIMIT 1) AS entry;

    IF NEW.parent_id IS NOT NULL THEN
        UPDATE tasks SET parent_id = NULL FROM tasks AS parent
        WHERE tasks.id = NEW.id AND parent.id = tasks.parent_id AND parent.project_id IS DISTINCT FROM tasks.project_id;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS tasks_follow_parent ON tasks;
CREATE CONSTRAINT TRIGGER tasks_follow_parent AFTER UPDATE OF project_id ON tasks DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.project_id IS DISTINCT FROM NEW.project_id) EXECUTE FUNCTION follow_parent();
