-- The history of a task goes when the task is deleted for good, whoever deletes it and however: also with its owner's account, and by replicas of the release before.
-- A task that is moved to the trash, or out of it, is in the other table when these run. Whoever deletes needs no rights on the history.
-- A session plans the statement once, for the number of tasks that it deletes first: the settings make it look up each of them, whatever that number was.
CREATE OR REPLACE FUNCTION forget_task_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    DELETE FROM task_history USING deleted
    WHERE task_history.task_id = deleted.id
      AND NOT EXISTS (SELECT FROM tasks WHERE tasks.id = deleted.id)
      AND NOT EXISTS (SELECT FROM trashed_tasks WHERE trashed_tasks.id = deleted.id);
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER tasks_forgotten AFTER DELETE ON tasks REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION forget_task_history();
CREATE OR REPLACE TRIGGER trashed_tasks_forgotten AFTER DELETE ON trashed_tasks REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION forget_task_history();
