using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrimeTask.ApiService.Idempotency;

/// <summary>What was answered to a write that came with an Idempotency-Key.</summary>
public sealed class IdempotentResponse
{
    private IdempotentResponse()
    {
    }

    public byte[] KeyDigest { get; private set; } = [];

    public byte[] BodyDigest { get; private set; } = [];

    /// <summary>What its operation needs to answer again, as JSON: a record that is kept readable across deployments, never one of the wire, and never a secret.</summary>
    public string Response { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static IdempotentResponse Keep(IdempotentRequest request, string response, DateTimeOffset expiresAt) =>
        new() { KeyDigest = request.KeyDigest, BodyDigest = request.BodyDigests[0], Response = response, ExpiresAt = expiresAt };
}

internal sealed class IdempotentResponseConfiguration : IEntityTypeConfiguration<IdempotentResponse>
{
    public void Configure(EntityTypeBuilder<IdempotentResponse> builder)
    {
        builder.ToTable("idempotent_responses");
        builder.HasKey(response => response.KeyDigest);
        builder.HasIndex(response => response.ExpiresAt);
    }
}
