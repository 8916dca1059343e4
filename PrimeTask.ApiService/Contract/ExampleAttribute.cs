namespace PrimeTask.ApiService.Contract;

/// <summary>What the API's documentation shows as the value of a member.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExampleAttribute(object? value) : Attribute
{
    public object? Value => value;
}
