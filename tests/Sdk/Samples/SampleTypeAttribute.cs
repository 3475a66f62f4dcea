using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SampleTypeAttribute(string type) : ResourceTypeAttribute(type, "1.0.0");
