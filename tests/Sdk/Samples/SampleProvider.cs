using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class SampleProvider(string name, string package = "test", CustomResourceOptions? options = null)
    : ProviderResource(package, name, ResourceArgs.Empty, options);
