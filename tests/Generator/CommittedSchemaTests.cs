using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Emit;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

/// <summary>The schema files of this repository, as they are committed.</summary>
public class CommittedSchemaTests
{
    public static TheoryData<string> Packages => new("aws", "kubernetes", "random");

    [Theory]
    [MemberData(nameof(Packages))]
    public void CommittedSchema_IsInCanonicalForm(string package)
    {
        string text = Text(package);
        Assert.Equal(text, CompactFile.Write(CompactFile.Read(JsonNode.Parse(text)!)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void CommittedSchema_HoldsNothingThatNoResourceReaches(string package)
    {
        PackageSchema schema = CompactFile.Read(JsonNode.Parse(Text(package))!);
        Closure closure = Closure.Of(schema);
        Assert.Equal(closure.Types.Keys, schema.Types.Keys);
        Assert.Equal(closure.Enums, schema.Enums.Keys);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void CommittedSchema_GivesTheSameCodeEveryTime(string package)
    {
        JsonNode root = JsonNode.Parse(Text(package))!;
        Assert.Equal(PackageEmitter.Emit(CompactFile.Read(root)), PackageEmitter.Emit(CompactFile.Read(root)));
    }

    private static string Text(string package) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", $"{package}.json"));
}
