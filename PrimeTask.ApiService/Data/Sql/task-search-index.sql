-- Of the expression that TaskSearch.Indexed compares: EF Core's model has no indexes of expressions.
-- One index of owner and text: of a search in one's own tasks it finds both at once.
CREATE INDEX ix_tasks_owner_id_text ON tasks USING gin
    (owner_id, coalesce(search_text, lower(title COLLATE "C" || E'\u0001' || coalesce(description, ''))) gin_trgm_ops);
