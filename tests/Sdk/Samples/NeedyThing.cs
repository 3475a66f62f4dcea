using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class NeedyThing(string name, NeedyThingArgs args)
    : CustomResource("test:index:NeedyThing", name, args, new CustomResourceOptions());
