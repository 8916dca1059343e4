using System.Globalization;
using System.Security.Cryptography;

namespace PrimeTask.EmbeddedHosting;

/// <summary>A value that comes from outside the model: the setting <c>Parameters:&lt;name&gt;</c>, or a default.</summary>
public sealed class ParameterResource : Resource
{
    private string? _value;

    internal ParameterResource(string name, ParameterDefault? fallback, bool secret, bool persist)
        : base(name) => (Default, Secret, Persist) = (fallback, secret, persist);

    public bool Secret { get; }

    public ParameterDefault? Default { get; }

    public string? Description { get; internal set; }

    internal bool Persist { get; }

    internal override string Type => "Parameter";

    /// <summary>The value; known once the application has been started.</summary>
    /// <exception cref="InvalidOperationException">The application has not been started.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<string?>(Value);
    }

    internal string Value
    {
        get => _value ?? throw new InvalidOperationException($"The parameter '{Name}' has no value before the application starts.");
        set => _value = value;
    }
}

/// <summary>Where a parameter's value comes from when no setting gives it.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A random value from a cryptographic source.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string LowerCase = "abcdefghijkmnopqrstuvwxyz";
    private const string UpperCase = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Punctuation = "-_.{}~()*+!";

    /// <summary>Length in characters.</summary>
    public int MinLength { get; set; } = 22;

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public override string GetDefaultValue()
    {
        var alphabet = string.Create(
            CultureInfo.InvariantCulture,
            $"{(Lower ? LowerCase : "")}{(Upper ? UpperCase : "")}{(Numeric ? Digits : "")}{(Special ? Punctuation : "")}");
        return RandomNumberGenerator.GetString(alphabet, MinLength);
    }
}
