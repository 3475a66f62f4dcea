using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Security;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Security;

[Trait("Practice", "B5")]
public class RegionalKeysTests
{
    private const string Key = "aws:kms/key:Key";
    private const string ReplicaKey = "aws:kms/replicaKey:ReplicaKey";
    private const string Alias = "aws:kms/alias:Alias";

    [Fact]
    public async Task KeyOfOneRegion_RotatesIsProtectedAndHasAnAlias()
    {
        var declared = await DeclareAsync(replica: false);

        var key = declared.Single(Key);
        Assert.Equal(true, key["enableKeyRotation"]);
        Assert.Equal(30.0, key["deletionWindowInDays"]);
        Assert.True(key.Options.Protect);
        Assert.True(key.Options.RetainOnDelete);
        Assert.Equal("alias/drinfra-main-ledger-data-eu-west-1", declared.Single(Alias)["name"]);
        Assert.Equal("ledger-data-key-eu-west-1-key-id", declared.Single(Alias)["targetKeyId"]);
        Assert.Contains("::aws-eu-west-1::", key.Provider, StringComparison.Ordinal);
    }

    // Gotcha 30: a key of one Region can never become one of several, so the choice is made when it is declared.
    [Fact]
    public async Task Gotcha30_KeyIsMultiRegionOnlyWhereCiphertextCrosses()
    {
        var single = await DeclareAsync(replica: false);
        var crossing = await DeclareAsync(replica: true);

        Assert.Equal(false, single.Single(Key)["multiRegion"]);
        Assert.Empty(single.Of(ReplicaKey));
        Assert.Equal(true, crossing.Single(Key)["multiRegion"]);
        var replica = crossing.Single(ReplicaKey);
        Assert.Equal("arn:ledger-data-key-eu-west-1", replica["primaryKeyArn"]);
        Assert.Contains("::aws-eu-central-1::", replica.Provider, StringComparison.Ordinal);
        Assert.True(replica.Options.Protect);
        Assert.Equal("eu-central-1", replica["tags.dr:region"]);
        Assert.Equal(["alias/drinfra-main-ledger-data", "alias/drinfra-main-ledger-data"], crossing.Of(Alias).Select(alias => alias["name"]));
    }

    [Fact]
    public async Task KeyPolicy_AllowsNoWildcardAction()
    {
        var policy = (string)(await DeclareAsync(replica: false)).Single(Key)["policy"]!;

        Assert.DoesNotContain("kms:*", policy, StringComparison.Ordinal);
        Assert.Contains("kms:PutKeyPolicy", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("logs.", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatAServiceUses_SaysSoInItsPolicy()
    {
        var declared = await Declarations.OfAsync(() =>
        {
            var settings = Configurations.PrimarySettings();
            var region = new RegionContext(settings, StackRole.Primary);
            _ = new RegionalKeys("keys", new RegionalKeysArgs(region,
            [
                new KeyArgs(Belonging.Shared(settings), "logs")
                {
                    AlsoUsedBy =
                    [
                        new Statement
                        {
                            Sid = "UsedByLogs", Principal = new() { ["Service"] = ["logs.eu-west-1.amazonaws.com"] }, Action = ["kms:Decrypt"],
                            Resource = ["*"],
                        },
                    ],
                },
            ]));
        });

        var policy = (string)declared.Single(Key)["policy"]!;
        Assert.Contains("""{"Service":["logs.eu-west-1.amazonaws.com"]}""", policy, StringComparison.Ordinal);
    }

    private static Task<Declarations> DeclareAsync(bool replica) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings();
        var primary = new RegionContext(settings, StackRole.Primary);
        var standby = new RegionContext(settings, StackRole.Standby);
        var belonging = Belonging.To(settings.Workloads[0]);
        var keys = new RegionalKeys("keys", new RegionalKeysArgs(primary, [new KeyArgs(belonging, "data") { MultiRegion = replica }]));
        if (replica)
        {
            _ = new RegionalKeys("standby-keys", new RegionalKeysArgs(
                standby, [new KeyArgs(belonging, "data") { ReplicaOf = keys.Arn(belonging, "data") }]));
        }
    });
}
