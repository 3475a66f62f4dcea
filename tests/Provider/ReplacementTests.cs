using System.Text.Json;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Export;
using DrInfra.Tests.Provider.Replacements;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>
/// The table of replacements of `drctl diff`, against plans of the provider. With DRINFRA_REPLACEMENTS=write it is written anew, with
/// DRINFRA_REPLACEMENTS=aws:eks/ the lines of these types alone.
/// </summary>
public class ReplacementTests
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("DRINFRA_REPLACEMENTS");

    // What is compared where nothing is written: a service each, old and new ways to write a resource.
    private static readonly HashSet<string> Sample =
    [
        "aws:backup/vault:Vault",
        "aws:dsql/cluster:Cluster",
        "aws:ebs/volume:Volume",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:fsx/lustreFileSystem:LustreFileSystem",
        "aws:kinesis/stream:Stream",
        "aws:kms/key:Key",
        "aws:rds/cluster:Cluster",
        "aws:rds/instance:Instance",
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "aws:secretsmanager/secret:Secret",
        "aws:ssm/parameter:Parameter",
    ];

    [ProviderFact(Need.Terraform)]
    public async Task Table_SaysWhatThePlansSay()
    {
        using var terraform = Terraform.New();
        var (provider, schemas) = await SchemaAsync(terraform);
        using var planner = new Planner(ProgramOf(terraform), provider);
        var planned = new SortedDictionary<string, TypeReplacements>(StringComparer.Ordinal);
        foreach (var (token, type) in Types().Where(type => IsAsked(type.Key)))
        {
            var verdicts = await planner.OfAsync(type, schemas[type.Name]);
            planned[token] = new TypeReplacements([.. verdicts.InPlace], [.. verdicts.Replacing]);
        }

        if (Wanted is not null)
        {
            TableFile.Write(Types().Select(type => type.Key).Order(StringComparer.Ordinal)
                .Select(token => KeyValuePair.Create(token, planned.GetValueOrDefault(token) ?? ReplacementTable.Shipped.Planned[token])));
            return;
        }

        Assert.Equal(Sample.Count, planned.Count);
        Assert.All(planned, type => Assert.Equivalent(ReplacementTable.Shipped.Planned[type.Key], type.Value));
    }

    private static bool IsAsked(string token) => Wanted is null ? Sample.Contains(token)
        : Wanted == "write" || token.StartsWith(Wanted, StringComparison.Ordinal) || !ReplacementTable.Shipped.Planned.ContainsKey(token);

    private static IEnumerable<KeyValuePair<string, TerraformType>> Types()
    {
        using var others = typeof(ReplacementTests).Assembly.GetManifestResourceStream("types.json")!;
        return TerraformMap.Shipped.Types.Concat(TerraformMap.Read(others).Types).Where(type => type.Key != TerraformMap.ProviderToken);
    }

    private static async Task<(BlockSchema Provider, Dictionary<string, BlockSchema> Resources)> SchemaAsync(Terraform terraform)
    {
        File.WriteAllText(Path.Combine(terraform.Folder, "main.tf.json"),
            """{"terraform":{"required_providers":{"aws":{"source":"hashicorp/aws","version":"5.100.0"}}}}""");
        await terraform.InitAsync();
        using var document = JsonDocument.Parse((await terraform.RunAsync(TimeSpan.FromMinutes(1), "providers", "schema", "-json")).Expect().Output);
        var schema = document.RootElement.GetProperty("provider_schemas").GetProperty("registry.terraform.io/hashicorp/aws").Clone();
        var used = Types().Select(type => type.Value.Name).ToHashSet(StringComparer.Ordinal);
        return (
            BlockSchema.Of(schema.GetProperty("provider").GetProperty("block")),
            schema.GetProperty("resource_schemas").EnumerateObject().Where(type => used.Contains(type.Name))
                .ToDictionary(type => type.Name, type => BlockSchema.Of(type.Value.GetProperty("block")), StringComparer.Ordinal));
    }

    private static string ProgramOf(Terraform terraform) => Directory
        .EnumerateFiles(Path.Combine(terraform.Folder, ".terraform/providers"), "terraform-provider-aws*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Single();
}
