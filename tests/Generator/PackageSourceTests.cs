using System.Text.Json.Nodes;
using DrInfra.SdkGenerator;
using DrInfra.SdkGenerator.Import;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

public class PackageSourceTests
{
    [Theory]
    [InlineData("""{"$ref":"pulumi.json#/Any"}""", "any")]
    [InlineData("""{"$ref":"pulumi.json#/Json"}""", "json")]
    [InlineData("""{"$ref":"pulumi.json#/Archive"}""", "archive")]
    [InlineData("""{"$ref":"pulumi.json#/Asset"}""", "union<asset,archive>")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "list<integer>")]
    [InlineData("""{"type":"object"}""", "map<string>")]
    [InlineData("""{"type":"object","additionalProperties":{"$ref":"pulumi.json#/Any"}}""", "map<any>")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"string"}]}""", "string")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"string"}]}""", "union<integer,string>")]
    [InlineData("""{"$ref":"#/resources/demo:db%2Fcluster:Cluster"}""", "res:db/Cluster")]
    [InlineData("""{"type":"string","$ref":"#/types/demo:db/gone:Gone"}""", "string")]
    [InlineData("""{"$ref":"/other/v1.0.0/schema.json#/types/other:x:Y"}""", "any")]
    [InlineData("""{"$ref":"#/types/demo:db/level:Level"}""", "integer")]
    [InlineData("""{"const":"apps/v1","type":"string"}""", "const:\"apps/v1\"")]
    public void TypeNotation_BecomesTheCompactOne(string property, string expected) =>
        Assert.Equal(expected, Assert.Single(Resource(property).Inputs).Type.ToString());

    [Fact]
    public void UnknownTypeNotation_IsAnErrorThatNamesOwnerAndProperty()
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => Resource("""{"type":"tuple"}"""));
        Assert.Contains("demo:db/cluster:Cluster.p", error.Message, StringComparison.Ordinal);
        Assert.Contains("'tuple'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ModuleWithAKnownNamespace_IsTheKnownModule()
    {
        CSharpNames known = new();
        known.Namespaces["networking/v1"] = "Networking.V1";
        PackageSource source = new(
            JsonNode.Parse("""
                {"name":"kubernetes","version":"1.0.0",
                "language":{"csharp":{"compatibility":"kubernetes20","namespaces":{"networking.k8s.io/v1":"Networking.V1"}}},
                "resources":{"kubernetes:networking.k8s.io/v1:Ingress":{"properties":{"status":{"type":"string"}}}}}
                """)!.AsObject(),
            known);
        ResourceSpec ingress = source.FindResource("kubernetes:networking.k8s.io/v1:Ingress")!;
        Assert.Equal("networking/v1", ingress.Module);
        Assert.False(Assert.Single(ingress.Outputs).Optional);
    }

    [Fact]
    public void HandWrittenResource_IsRefused()
    {
        PackageSource source = new(
            JsonNode.Parse("""{"name":"demo","resources":{"demo:db/odd:Odd":{"isOverlay":true}}}""")!.AsObject(), new CSharpNames());
        GeneratorException error = Assert.Throws<GeneratorException>(() => source.FindResource("demo:db/odd:Odd"));
        Assert.Contains("by hand", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EnumMemberWithoutName_IsNamedAfterItsValue() => Assert.Equal(
        ["EuWest1", "_2xlarge", "Empty"],
        new[] { "eu-west-1", "2xlarge", "" }
            .Select(v => PackageTypes.EnumMember(new JsonObject { ["value"] = v }).Key));

    [Fact]
    public void NearestNames_IgnoreLetterCase()
    {
        Assert.Equal(0, NearestNames.Distance("Cluster", "cluster"));
        Assert.Equal(3, NearestNames.Distance("kitten", "sitting"));
        Assert.Equal(["b", "a", "c"], NearestNames.Of("b", ["c", "a", "b", "zzz"]));
    }

    private static ResourceSpec Resource(string property)
    {
        JsonObject root = JsonNode.Parse($$$"""
            {"name":"demo","version":"1.0.0","meta":{"moduleFormat":"(.*)(?:/[^/]*)"},
            "resources":{"demo:db/cluster:Cluster":{"inputProperties":{"p":{{{property}}} } } },
            "types":{"demo:db/level:Level":{"type":"integer","enum":[{"value":1}]} } }
            """)!.AsObject();
        return new PackageSource(root, new CSharpNames()).FindResource("demo:db/cluster:Cluster")!;
    }
}
