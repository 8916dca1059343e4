using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrimeTask.ApiService.Idempotency;

/// <summary>What was answered to a write that came with an Idempotency-Key.</summary>
public sealed class IdempotentAnswer
{
    private IdempotentAnswer()
    {
    }

    public byte[] KeyDigest { get; private set; } = [];

    public byte[] BodyDigest { get; private set; } = [];

    /// <summary>What its operation needs to answer again, as JSON: a record that is kept readable across deployments, never one of the wire, and never a secret.</summary>
    public string Answer { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static IdempotentAnswer Keep(IdempotentRequest request, string answer, DateTimeOffset expiresAt) =>
        new() { KeyDigest = request.KeyDigest, BodyDigest = request.BodyDigest, Answer = answer, ExpiresAt = expiresAt };
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.ToTable("idempotent_answers");
        builder.HasKey(answer => answer.KeyDigest);
        builder.HasIndex(answer => answer.ExpiresAt);
    }
}
