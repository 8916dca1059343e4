using PrimeTask.Tests.Jobs;

namespace PrimeTask.Tests.Data;

/// <summary>What was left over while no worker ran is deleted, however much it is: a statement that deletes all of it could not end in its time.</summary>
public sealed class CleanupTests(PrimeTaskApp app)
{
    private const int Rows = 2_500;

    private static readonly string[] _tables =
        ["applied_writes", "idempotent_responses", "sessions", "refresh_tokens", "sign_in_networks", "sign_in_places", "account_tokens", "transfers", "trashed_tasks", "deleted_labels", "projects"];

    [Fact]
    public async Task Cleanups_OfManyRows_DeleteThemInLots()
    {
        await using var database = await JobDatabase.CreateAsync(app);
        await database.Data.ExecuteAsync(
            $"""
            CREATE TABLE lots (relation text NOT NULL, rows bigint NOT NULL);
            CREATE FUNCTION note_lot() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO lots SELECT TG_TABLE_NAME, count(*) FROM gone;
                RETURN NULL;
            END
            $$;
            {string.Concat(_tables.Select(table => $"CREATE TRIGGER note_lot AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_lot();"))}

            INSERT INTO users (email, username, first_name, last_name, password_hash, role, is_active, created_at, updated_at)
            SELECT n || '@example.com', 'user' || n, '', '', '', 'user', true, now(), now() FROM generate_series(1, {Rows}) AS n;
            INSERT INTO sessions (user_id, created_at, last_used_at, expires_at, revoked_at)
            SELECT id, now(), now(), now() + CASE WHEN id % 2 = 0 THEN interval '-1 minute' ELSE interval '1 day' END, CASE WHEN id % 2 = 1 THEN now() END FROM users;
            INSERT INTO refresh_tokens (digest, session_id, expires_at) SELECT sha256(id::text::bytea), id, now() - interval '1 minute' FROM sessions;
            INSERT INTO sign_in_networks (user_id, network, last_used_at) SELECT id, '192.0.2.1', now() - interval '1000 days' FROM users;
            INSERT INTO sign_in_places (user_id, network, program, last_used_at) SELECT id, '192.0.2.1', '', now() - interval '1000 days' FROM users;
            INSERT INTO account_tokens (user_id, purpose, digest, expires_at) SELECT id, 'confirm_email', sha256(id::text::bytea), now() - interval '1 minute' FROM users;
            INSERT INTO idempotent_responses (key_digest, body_digest, response, expires_at) SELECT sha256(id::text::bytea), '', '', now() - interval '1 minute' FROM users;
            INSERT INTO transfers (user_id, kind, format, state, total, done, last_task, size, parts, errors, created_at, expires_at)
            SELECT id, 'export', 'csv', 'done', 0, 0, 0, 0, 0, '[]', now(), now() - interval '1 minute' FROM users;
            INSERT INTO trashed_tasks (id, owner_id, deleted_at, deleted_by, task) SELECT id, id, now() - interval '31 days', id, '{"{}"}' FROM users;
            INSERT INTO deleted_labels (owner_id, key, deleted_at, name, color, task_ids) SELECT id, 'key', now() - interval '31 days', 'key', 'gray', '{"{}"}' FROM users;
            INSERT INTO projects (owner_id, name, color, archived, created_at, updated_at, deleted_at) SELECT id, '', 'gray', false, now(), now(), now() - interval '31 days' FROM users;
            INSERT INTO applied_writes (id, at)
            SELECT (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid, now() - interval '2 hours'
            FROM users, lpad(to_hex((extract(epoch FROM now() - interval '2 hours') * 1000)::bigint), 12, '0') AS hex;
            INSERT INTO applied_writes (id, at) VALUES ('ffffffff-ffff-7fff-bfff-ffffffffffff', now());
            """);

        await database.StartAsync();

        foreach (var table in _tables)
            await database.UntilAsync($"(SELECT coalesce(sum(rows), 0) FROM lots WHERE relation = '{table}') >= {Rows}");
        Assert.Equal(1, await database.Data.ReadAsync<long>("SELECT count(*) FROM applied_writes WHERE id = 'ffffffff-ffff-7fff-bfff-ffffffffffff'"));
        Assert.InRange(await database.Data.ReadAsync<long>("SELECT max(rows) FROM lots"), 1, 1000);
    }
}
