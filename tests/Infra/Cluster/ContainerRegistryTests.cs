using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class ContainerRegistryTests
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string Replication = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
    private const string Digest = "sha256:fe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297";

    [Fact]
    public async Task Repository_IsImmutableScannedAndUnderACustomerKey()
    {
        var declared = await DeclareAsync();

        Assert.Equal(new Dictionary<string, int> { ["Repository"] = 1, ["ReplicationConfiguration"] = 1 }, declared.Counts);
        var repository = declared.Single(Repository);
        Assert.Equal("drinfra-main/ledger", repository["name"]);
        Assert.Equal("IMMUTABLE", repository["imageTagMutability"]);
        Assert.Equal(true, repository["imageScanningConfiguration.scanOnPush"]);
        Assert.Equal("[{encryptionType:KMS,kmsKey:arn:the-image-key}]", Text(repository["encryptionConfigurations"]!));
        Assert.Equal("shared", repository["tags.dr:workload"]);
        Assert.True(repository.Options.Protect);
        Assert.True(repository.Options.RetainOnDelete);
    }

    [Theory]
    [InlineData(StackRole.Primary, "eu-west-1", "eu-central-1")]
    [InlineData(StackRole.Standby, "eu-central-1", "eu-west-1")]
    public async Task Images_AreCopiedToTheOtherRegionEitherWay(StackRole role, string here, string there)
    {
        var replication = (await DeclareAsync(role: role)).Single(Replication);

        Assert.Equal(
            $"[{{destinations:[{{region:{there},registryId:123456789012}}],repositoryFilters:[{{filter:drinfra-main/,filterType:PREFIX_MATCH}}]}}]",
            Text(replication["replicationConfiguration.rules"]!));
        Assert.Contains($"::aws-{here}::", replication.Provider, StringComparison.Ordinal);
        Assert.Equal([$"ledger-images-{here}"], replication.After);
    }

    // One configuration for the registry of an account in a Region: another pair has it then.
    [Fact]
    public async Task PairThatDoesNotOwnTheAccountsDefaults_ReplicatesNothingItself() =>
        Assert.Empty((await DeclareAsync(replicates: false)).Of(Replication));

    [Fact]
    public async Task WorkloadsOfOneImage_ShareItsRepository() => Assert.Equal(
        ["drinfra-main/shop/web", "drinfra-main/shop-web"],
        (await DeclareAsync(["shop/web:1", "shop-web:1", "shop/web:2"])).Of(Repository).Select(repository => repository["name"]));

    [Theory]
    [InlineData("ledger@" + Digest, "123456789012.dkr.ecr.eu-central-1.amazonaws.com/drinfra-main/ledger@" + Digest)]
    [InlineData("shop/web:1.4.2", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/drinfra-main/shop/web:1.4.2")]
    public async Task Image_IsPulledFromTheRegionItself(string text, string expected)
    {
        Assert.True(ContainerImage.TryParse(text, out var image));
        string? pulled = null;
        await Declarations.OfAsync(() => pulled = ContainerRegistry.ImageIn(new RegionContext(Configurations.StandbySettings(), StackRole.Standby), image));

        Assert.Equal(expected, pulled);
    }

    private static Task<Declarations> DeclareAsync(string[]? images = null, StackRole role = StackRole.Primary, bool replicates = true) =>
        Declarations.OfAsync(() =>
        {
            var settings = Configurations.PrimarySettings();
            _ = new ContainerRegistry("registry", new ContainerRegistryArgs(
                new RegionContext(settings, role),
                images is null
                    ? [.. settings.Images]
                    : [.. images.Select(text => ContainerImage.TryParse(text, out var image) ? image : throw new ArgumentException(text))],
                Output.Create("arn:the-image-key"),
                replicates));
        });
}
