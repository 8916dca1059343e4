namespace PrimeTask.EmbeddedHosting.Engine;

/// <summary>Replaces the application's secrets in everything that is shown.</summary>
internal sealed class SecretMask
{
    internal const string Mask = "••••••";

    private volatile string[] _secrets = [];

    internal void Add(string secret)
    {
        // The longest first, so that a secret that contains another leaves no tail.
        if (secret.Length > 0)
            _secrets = [.. _secrets.Append(secret).Distinct().OrderByDescending(value => value.Length)];
    }

    internal string Apply(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }
}
