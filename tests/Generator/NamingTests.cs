using DrInfra.SdkGenerator;
using DrInfra.SdkGenerator.Emit;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

public class NamingTests
{
    private static readonly TypeNames Bridged = new(DemoSchemas.Read(DemoSchemas.Empty));

    private static readonly TypeNames Kubernetes = new(DemoSchemas.Read("""
        {"package":"kubernetes","version":"1.0.0",
        "csharp":{"rootNamespace":"Pulumi.Kubernetes","resourceAttribute":"KubernetesResourceType","compatibility":"kubernetes20",
          "namespaces":{"core/v1":"Core.V1"},
          "typeProperties":{"core/v1/ContainerPort":{"containerPort":"ContainerPortValue"}},
          "providerInputs":{"index/KubeClientSettings":"Pulumi.Kubernetes.Types.Inputs.Provider.KubeClientSettingsArgs"}}}
        """));

    [Theory]
    [InlineData("string", "Input<string>")]
    [InlineData("integer", "Input<int>")]
    [InlineData("number", "Input<double>")]
    [InlineData("boolean", "Input<bool>")]
    [InlineData("any", "Input<object>")]
    [InlineData("json", "InputJson")]
    [InlineData("archive", "Input<Archive>")]
    [InlineData("union<asset,archive>", "Input<AssetOrArchive>")]
    [InlineData("list<string>", "InputList<string>")]
    [InlineData("map<list<string>>", "InputMap<ImmutableArray<string>>")]
    [InlineData("list<map<integer>>", "InputList<ImmutableDictionary<string, int>>")]
    [InlineData("ref:db/Rule", "Input<global::Pulumi.Demo.DB.Inputs.RuleArgs>")]
    [InlineData("union<string,enum:db/EngineType>", "InputUnion<string, global::Pulumi.Demo.DB.EngineType>")]
    [InlineData("union<string,ref:db/Rule>", "InputUnion<string, global::Pulumi.Demo.DB.Inputs.RuleArgs>")]
    [InlineData("union<string,list<string>>", "InputUnion<string, ImmutableArray<string>>")]
    [InlineData("enum:db/EngineType", "Input<global::Pulumi.Demo.DB.EngineType>")]
    [InlineData("union<string,res:db/Cluster>", "Input<string>")]
    [InlineData("list<union<string,res:db/Cluster>>", "InputList<string>")]
    [InlineData("list<union<integer,string>>", "InputList<Union<int, string>>")]
    [InlineData("union<string,ref:db/Rule,ref:db/Other>", "object")]
    [InlineData("const:\"v1\"", "Input<string>")]
    public void ArgumentType_IsTheRealPackagesType(string type, string expected) =>
        Assert.Equal(expected, Bridged.Input(TypeExpr.Parse(type), Usage.In));

    [Theory]
    [InlineData("list<ref:db/Rule>", "List<global::Pulumi.Demo.DB.Inputs.RuleArgs>")]
    [InlineData("map<string>", "Dictionary<string, string>")]
    [InlineData("integer", "int")]
    public void PlainFunctionArgument_IsNotWrapped(string type, string expected) =>
        Assert.Equal(expected, Bridged.Input(TypeExpr.Parse(type), Usage.FunctionPlain));

    [Theory]
    [InlineData("string", true, "string?")]
    [InlineData("integer", true, "int?")]
    [InlineData("list<string>", true, "ImmutableArray<string>")]
    [InlineData("map<any>", true, "ImmutableDictionary<string, object>?")]
    [InlineData("json", false, "System.Text.Json.JsonElement")]
    [InlineData("union<string,enum:db/EngineType>", false, "string")]
    [InlineData("union<integer,string>", true, "Union<int, string>?")]
    [InlineData("enum:db/EngineType", false, "global::Pulumi.Demo.DB.EngineType")]
    [InlineData("ref:db/Rule", true, "global::Pulumi.Demo.DB.Outputs.Rule?")]
    public void OutputType_IsNullableWhereOptionalAndNotAnArray(string type, bool optional, string expected) =>
        Assert.Equal(expected, Bridged.Output(new Property("p", TypeExpr.Parse(type)) { Optional = optional }, Usage.Out));

    [Theory]
    [InlineData(nameof(Usage.In), "Pulumi.Demo.DB.Inputs.RuleArgs")]
    [InlineData(nameof(Usage.State), "Pulumi.Demo.DB.Inputs.RuleGetArgs")]
    [InlineData(nameof(Usage.Out), "Pulumi.Demo.DB.Outputs.Rule")]
    [InlineData(nameof(Usage.FunctionPlain), "Pulumi.Demo.DB.Inputs.RuleArgs")]
    [InlineData(nameof(Usage.FunctionInput), "Pulumi.Demo.DB.Inputs.RuleInputArgs")]
    [InlineData(nameof(Usage.FunctionOut), "Pulumi.Demo.DB.Outputs.RuleResult")]
    public void NestedType_HasOneClassPerUsage(string usage, string expected)
    {
        (string space, string name) = Bridged.Nested("db/Rule", Enum.Parse<Usage>(usage));
        Assert.Equal(expected, $"{space}.{name}");
    }

    [Fact]
    public void KubernetesNestedTypes_LiveUnderTypes()
    {
        Assert.Equal(("Pulumi.Kubernetes.Types.Inputs.Core.V1", "PodSpecArgs"), Kubernetes.Nested("core/v1/PodSpec", Usage.In));
        Assert.Equal(("Pulumi.Kubernetes.Types.Outputs.Core.V1", "PodSpec"), Kubernetes.Nested("core/v1/PodSpec", Usage.Out));
        Assert.Equal(
            ("Pulumi.Kubernetes.Types.Inputs.Provider", "KubeClientSettingsArgs"), Kubernetes.Nested("index/KubeClientSettings", Usage.In));
    }

    [Fact]
    public void KubernetesOutputs_AreNeverNullable() => Assert.Equal(
        "Union<int, string>", Kubernetes.Output(new Property("p", TypeExpr.Parse("union<integer,string>")) { Optional = true }, Usage.Out));

    [Fact]
    public void MemberNames_AreTheUpperCasedWireNameUnlessListed()
    {
        Assert.Equal("ContainerPortValue", Kubernetes.Member("core/v1/ContainerPort", "containerPort", nested: true));
        Assert.Equal("HostPort", Kubernetes.Member("core/v1/ContainerPort", "hostPort", nested: true));
        Assert.Equal("DisableCRDHooks", Kubernetes.Member("kubernetes:helm.sh/v3:Release", "disableCRDHooks"));
    }

    [Fact]
    public void ModuleWithoutNamespace_IsAnErrorThatSaysWhereToAddIt()
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => Bridged.Namespace("dns"));
        Assert.Contains("'dns'", error.Message, StringComparison.Ordinal);
        Assert.Contains("csharp.namespaces", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace", "@namespace")]
    [InlineData("name", "name")]
    [InlineData("x-order", "x_order")]
    [InlineData("2fa", "_2fa")]
    public void ConstructorParameter_IsAnIdentifier(string wireName, string expected) =>
        Assert.Equal(expected, Identifiers.Parameter(wireName));

    [Fact]
    public void Literal_EscapesWhatAStringCannotHold() => Assert.Equal("\"a\\\"b\\\\c\\u000a\"", Identifiers.Literal("a\"b\\c\n"));
}
