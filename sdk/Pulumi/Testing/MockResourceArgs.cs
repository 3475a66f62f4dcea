using System.Collections.Immutable;

namespace Pulumi.Testing;

public class MockResourceArgs
{
    public string? Type { get; set; }
    public string? Name { get; set; }

    /// <summary>By wire name. Inputs that are null, unknown or contain something unknown are left out.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary><c>{urn}::{id}</c> of the provider, empty for the default provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to import or to read, else empty.</summary>
    public string? Id { get; set; }
}
