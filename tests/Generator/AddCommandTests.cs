using DrInfra.SdkGenerator;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

public sealed class AddCommandTests : IDisposable
{
    private const string Cluster = "demo:db/cluster:Cluster";
    private const string Snapshot = "demo:db/snapshot:Snapshot";
    private const string Function = "demo:index/getThing:getThing";
    private const string Provider = "pulumi:providers:demo";

    private readonly string _directory = Directory.CreateTempSubdirectory("generator-tests").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public AddCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "sdk", "Pulumi.Demo"));
        File.WriteAllText(SchemaPath, DemoSchemas.Empty);
        File.WriteAllText(Path.Combine(_directory, "compact.json"), DemoSchemas.Compact);
        File.WriteAllText(Path.Combine(_directory, "real.json"), DemoSchemas.Real);
    }

    private string SchemaPath => Path.Combine(_directory, "sdk", "Pulumi.Demo", "schema.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Resource_ComesWithTheTypesAndEnumsItReaches()
    {
        Assert.Equal(0, Add(Cluster));
        PackageSchema schema = Written();
        Assert.Equal([Cluster], schema.Resources.Keys);
        Assert.Equal(["db/ClusterMember", "db/ClusterRestore", "db/ClusterRestorePoint"], schema.Types.Keys);
        Assert.Equal(["db/EngineType"], schema.Enums.Keys);
        Assert.Contains($"added {Cluster}", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TypeUsedOneWayOnly_IsTrimmedToThatSide()
    {
        Add(Snapshot);
        ObjectType member = Written().Types["db/ClusterMember"];
        Assert.NotNull(member.In);
        Assert.Null(member.Out);
    }

    [Fact]
    public void SecondResource_AddsTheMissingSideAndLeavesOtherLinesAlone()
    {
        Add(Snapshot);
        string[] before = File.ReadAllLines(SchemaPath);
        Add(Cluster);
        ObjectType member = Written().Types["db/ClusterMember"];
        Assert.NotNull(member.In);
        Assert.NotNull(member.Out);
        string[] after = File.ReadAllLines(SchemaPath);
        Assert.Contains(before.Single(l => l.Contains(Snapshot, StringComparison.Ordinal)).TrimEnd(','), after.Select(l => l.TrimEnd(',')));
    }

    [Fact]
    public void BothFileFormats_GiveTheSameSchema()
    {
        Add(Cluster, Function, Provider);
        string fromCompact = File.ReadAllText(SchemaPath);
        File.WriteAllText(SchemaPath, DemoSchemas.Empty);
        Assert.Equal(0, AddFrom("real.json", Cluster, Function, Provider));
        Assert.Equal(fromCompact, File.ReadAllText(SchemaPath));
    }

    [Fact]
    public void NestedOutput_IsOptionalWhereTheInputIs()
    {
        const string Member = "\"out\":[{\"name\":\"name\",\"type\":\"string\"";
        Write("compact.json", DemoSchemas.Compact.Change($"{Member},\"optional\":true}}]", $"{Member}}}]"));
        Add(Cluster);
        Assert.True(Assert.Single(Written().Types["db/ClusterMember"].Out!).Optional);
        Assert.False(Assert.Single(Written().Types["db/ClusterRestore"].Out!).Optional);
    }

    [Fact]
    public void MemberNameOfTheRealSchema_IsKept()
    {
        AddFrom("real.json", Cluster);
        Assert.Equal("ClusterName", Written().Names.Properties[Cluster]["cluster"]);
    }

    [Fact]
    public void OrderOfAdding_DoesNotMatter()
    {
        Add(Cluster, Snapshot);
        string first = File.ReadAllText(SchemaPath);
        File.WriteAllText(SchemaPath, DemoSchemas.Empty);
        Add(Snapshot);
        Add(Cluster);
        Assert.Equal(first, File.ReadAllText(SchemaPath));
    }

    [Fact]
    public void TokenThereAlready_ChangesNothingAndSaysSo()
    {
        Add(Cluster);
        string before = File.ReadAllText(SchemaPath);
        Assert.Equal(0, Add(Cluster));
        Assert.Equal(before, File.ReadAllText(SchemaPath));
        Assert.Contains("it was there already", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownToken_NamesTheNearestAndWritesNothing()
    {
        Assert.Equal(2, Add(Cluster, "demo:db/snapshots:Snapshots"));
        Assert.Equal(DemoSchemas.Empty, File.ReadAllText(SchemaPath));
        Assert.Contains($"Nearest: {Snapshot}", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVersion_IsRefusedWithTheCommandForTheRightOne()
    {
        Write("compact.json", DemoSchemas.Compact.Change("1.2.3", "2.0.0"));
        Refused("pulumi package get-schema demo@1.2.3", Cluster);
    }

    [Fact]
    public void FileOfAnotherPackage_IsRefused()
    {
        Write("compact.json", DemoSchemas.Compact.Change("\"package\":\"demo\"", "\"package\":\"other\""));
        Refused("'other'", Cluster);
    }

    [Fact]
    public void Component_IsRefused() => Refused("component", "demo:db/group:Group");

    [Fact]
    public void PackageWithoutProject_NamesTheOnesThereAre() => Refused("There are: demo", "tls:index/key:Key");

    [Fact]
    public void TokensOfTwoPackages_AreRefused() => Refused("different packages", Cluster, "tls:index/key:Key");

    [Fact]
    public void TextThatIsNoToken_IsRefused() => Refused("package:module:Name", "Cluster");

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("{}", "pulumi package get-schema")]
    public void FileThatIsNoSchema_IsRefused(string text, string expected)
    {
        Write("compact.json", text);
        Refused(expected, Cluster);
    }

    [Fact]
    public void MissingFile_IsRefused()
    {
        File.Delete(Path.Combine(_directory, "compact.json"));
        Refused("Cannot read", Cluster);
    }

    [Fact]
    public void CommandWithoutFile_ShowsTheUsage()
    {
        Assert.Equal(2, CommandLine.Run(["add", Cluster], _output, _error, _directory));
        Assert.Contains("--from FILE", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoCommand_ShowsTheUsage()
    {
        Assert.Equal(2, CommandLine.Run([], _output, _error, _directory));
        Assert.Contains("Usage:", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OutsideARepository_IsRefused()
    {
        Directory.Delete(Path.Combine(_directory, "sdk"), recursive: true);
        Assert.Equal(2, AddFrom("compact.json", Cluster));
        Assert.Contains("run this inside the repository", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaThatCouldNotBeGenerated_IsNotWritten()
    {
        Write("compact.json", DemoSchemas.Compact.Change("\"ClusterName\"", "\"Cluster\""));
        Refused("called like its class", Cluster);
    }

    [Fact]
    public void Generate_WritesTheCodeIntoANewFolder()
    {
        string target = Path.Combine(_directory, "obj", "deep", "Demo.g.cs");
        Assert.Equal(0, CommandLine.Run(["generate", SchemaPath, target], _output, _error, _directory));
        Assert.Contains("namespace Pulumi.Demo", File.ReadAllText(target), StringComparison.Ordinal);
    }

    private int Add(params string[] tokens) => AddFrom("compact.json", tokens);

    private int AddFrom(string file, params string[] tokens) =>
        CommandLine.Run(["add", .. tokens, "--from", file], _output, _error, _directory);

    private void Refused(string expected, params string[] tokens)
    {
        Assert.Equal(2, Add(tokens));
        Assert.Contains(expected, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(DemoSchemas.Empty, File.ReadAllText(SchemaPath));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_directory, file), text);

    private PackageSchema Written() => DemoSchemas.Read(File.ReadAllText(SchemaPath));
}
