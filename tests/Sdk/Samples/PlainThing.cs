using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

/// <summary>A resource without a type attribute, which cannot be rebuilt from its URN.</summary>
public sealed class PlainThing(string name, CustomResourceOptions? options = null)
    : CustomResource("other:index:PlainThing", name, ResourceArgs.Empty, options);
