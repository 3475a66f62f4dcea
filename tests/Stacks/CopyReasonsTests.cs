using System.Text.Json.Nodes;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// What makes a copy worthless is a finding and takes the copy out of the figures: each fault is made in the shipped stacks, where the
/// same copy counts and nothing is found without it.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class CopyReasonsTests(ShippedStacks stacks)
{
    private const string Raw = "lake-raw-bucket-eu-west-1";
    private const string Profiles = "events-profiles-table";
    private const string Catalogue = "lake-catalogue-cluster-eu-west-1";
    private const string Replication = "lake-raw-replication-eu-west-1";
    private const string ReplicationRole = "lake-raw-replication-policy-eu-west-1";
    private const string BackupRole = "shared-backup-policy-eu-west-1";
    private const string AwayVault = "shared-backup-vault-policy-eu-central-1";
    private const string OptIn = "shared-backup-opt-in-eu-west-1";

    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        // fault, rule, store, copy, disruption that the copy survived
        { "replication role without permissions", "replication-role-can-replicate", Raw, "replica", "region" },
        { "replication role without the source's key", "replication-role-can-replicate", Raw, "replica", "region" },
        { "replication role without the destination's key", "replication-role-can-replicate", Raw, "replica", "region" },
        { "replication role that S3 may not assume", "role-trusts-its-service", Raw, "replica", "region" },
        { "key of the replicas does not let the account decide", "replication-role-can-replicate", Raw, "replica", "region" },
        { "key of the replicas in the wrong Region", "replica-key-is-in-destination-region", Raw, "replica", "region" },
        { "key of the replicas disabled", "key-is-enabled", Raw, "replica", "region" },
        { "objects with a prefix alone", "replication-covers-whole-bucket", Raw, "replica", "region" },
        { "encrypted objects left out", "replication-includes-encrypted-objects", Raw, "replica", "region" },
        { "destination without versions", "bucket-is-versioned", Raw, "replica", "region" },
        { "destination's policy shuts the role out", "replication-role-can-replicate", Raw, "replica", "region" },
        { "time control of twenty minutes", "replication-time-is-fifteen-minutes", Raw, "replica", "region" },
        { "existing objects asked for", "replication-has-no-existing-object-block", Raw, "replica", "region" },
        { "deletions not chosen", "replication-states-delete-markers", Raw, "replica", "region" },
        { "backup role without permissions", "role-has-readable-policies", Profiles, "backup", "corruption" },
        { "backup role without tables", "backup-role-can-back-up-and-copy", Profiles, "backup", "corruption" },
        { "backup role that may not copy", "backup-role-can-back-up-and-copy", Profiles, "backup", "region" },
        { "selection by another workload's tag", "store-is-in-a-backup-plan", Profiles, "backup", "corruption" },
        { "selection that leaves all out", "store-is-in-a-backup-plan", Profiles, "backup", "corruption" },
        { "service not opted in", "backed-up-services-are-opted-in", Profiles, "backup", "corruption" },
        { "service not managed in full", "backed-up-services-are-opted-in", Profiles, "backup", "region" },
        { "vault of the copies refuses the role", "backup-vault-policy-allows-backups", Profiles, "backup", "region" },
        { "air-gapped vault of other bounds", "backup-retention-fits-its-vault", Profiles, "backup in an air-gapped vault", "account" },
        { "key of the vault in the wrong Region", "backup-vault-uses-a-customer-managed-key", Catalogue, "backup", "region" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_IsAFindingAndTakesTheCopyOutOfTheFigures(string fault, string rule, string store, string copy, string disruption)
    {
        var sound = stacks.Report;
        var broken = ShippedVerdicts.Of(Broken(fault), stacks.Dr.Graph);

        Assert.DoesNotContain(sound.Violations, violation => violation.Rule.Id == rule);
        Assert.NotEmpty(Counted(sound, store, copy, disruption));
        Assert.Contains(broken.Violations, violation => violation.Rule.Id == rule);
        Assert.Empty(Counted(broken, store, copy, disruption));
    }

    [Fact]
    public void BackupsOfAServiceThatIsNotManagedInFull_StayWhereTheyAre() =>
        Assert.NotEmpty(Counted(ShippedVerdicts.Of(Broken("service not managed in full"), stacks.Dr.Graph), Profiles, "backup", "corruption"));

    [Fact]
    public void ManagedKeyAcrossAccounts_IsAFindingAndTakesTheCopyOutOfTheFigures()
    {
        var abroad = stacks.Dev.Graph
            .Replacing("lake-database-backup-plan-eu-west-1", ":eu-central-1:123456789012:backup-vault:", ":eu-central-1:444455556666:backup-vault:")
            .Replacing(BackupRole, ":eu-central-1:123456789012:backup-vault:", ":eu-central-1:*:backup-vault:")
            .Replacing("lake-database-key-eu-west-1", """:root\"]""", """:root\",\"arn:aws:iam::444455556666:root\"]""");
        var sound = ShippedVerdicts.Of(abroad, stacks.Dr.Graph);
        var broken = ShippedVerdicts.Of(abroad.With(Catalogue, "kmsKeyId", null), stacks.Dr.Graph);

        Assert.DoesNotContain(sound.Violations, violation => violation.Rule.Id == "backup-is-copied-to-another-account");
        Assert.NotEmpty(Counted(sound, Catalogue, "backup", "account"));
        Assert.Contains(broken.Violations, violation => violation.Rule.Id == "backup-is-copied-to-another-account");
        Assert.Empty(Counted(broken, Catalogue, "backup", "account"));
    }

    [Fact]
    public void ACopyThatTheAccountMayReachByItsOwnShareAlone_KeepsTheDataAndBoundsNoTime()
    {
        var account = stacks.Report.Objectives
            .Where(outcome => outcome.Disruption == DrInfra.Recovery.Disruption.Account && outcome.Workload is not ("reporting" or "profiles"));

        Assert.All(account, outcome => Assert.False(outcome.Rpo.Figure.IsUnbounded));
        Assert.All(account, outcome => Assert.True(outcome.Rto.Figure.IsUnbounded));
    }

    // Copies of a vault in the store's own Region survive no loss of the Region anyway: those that did are meant.
    private static IEnumerable<CopyReport> Counted(CheckReport report, string store, string copy, string disruption) =>
        report.Stores.Single(found => found.Urn.EndsWith($"::{store}", StringComparison.Ordinal)).Copies
            .Where(found => found.Kind == copy && found.Survives.Contains(disruption));

    internal ResourceGraph Broken(string fault)
    {
        var dev = stacks.Dev.Graph;
        return fault switch
        {
            "replication role without permissions" => dev.With(ReplicationRole, "policy", Policy("Allow", "s3:ListAllMyBuckets")),
            "replication role without the source's key" => dev.Replacing(ReplicationRole, "kms:Decrypt", "kms:DescribeKey"),
            "replication role without the destination's key" => dev.Replacing(ReplicationRole, "kms:Encrypt", "kms:DescribeKey"),
            "replication role that S3 may not assume" => dev.Replacing("lake-raw-replication-role-eu-west-1", "s3.amazonaws.com", "ec2.amazonaws.com"),
            "key of the replicas does not let the account decide" => dev.Replacing("lake-data-key-eu-central-1", "kms:Encrypt", "kms:GetPublicKey"),
            "key of the replicas in the wrong Region" =>
                dev.Naming(Replication, "rules/0/destination/encryptionConfiguration/replicaKmsKeyId", "lake-data-key-eu-west-1"),
            "key of the replicas disabled" => dev.With("lake-data-key-eu-central-1", "isEnabled", false),
            "objects with a prefix alone" => dev.With(Replication, "rules/0/filter/prefix", "new/"),
            "encrypted objects left out" => dev.With(Replication, "rules/0/sourceSelectionCriteria/sseKmsEncryptedObjects", null),
            "destination without versions" => dev.With("lake-raw-versioning-eu-central-1", "versioningConfiguration/status", "Suspended"),
            "destination's policy shuts the role out" => dev.With("lake-raw-policy-eu-central-1", "policy", Policy("Deny", "s3:Replicate*", "*")),
            "time control of twenty minutes" => dev.With(Replication, "rules/0/destination/replicationTime/time/minutes", 20),
            "existing objects asked for" => dev.With(Replication, "rules/0/existingObjectReplication", new JsonObject { ["status"] = "Enabled" }),
            "deletions not chosen" => dev.With(Replication, "rules/0/deleteMarkerReplication", null),
            "backup role without permissions" => dev.Without(BackupRole),
            "backup role without tables" => dev.Replacing(BackupRole, "dynamodb:StartAwsBackupJob", "dynamodb:ListTables"),
            "backup role that may not copy" => dev.Replacing(BackupRole, "backup:CopyIntoBackupVault", "backup:ListBackupVaults"),
            "selection by another workload's tag" => dev.Replacing("events-table-backup-selection-eu-west-1", "\"events\"", "\"event\""),
            "selection that leaves all out" =>
                dev.With("events-table-backup-selection-eu-west-1", "notResources", new JsonArray("arn:aws:dynamodb:*:*:table/*")),
            "service not opted in" => dev.With(OptIn, "resourceTypeOptInPreference/DynamoDB", false),
            "service not managed in full" => dev.With(OptIn, "resourceTypeManagementPreference/DynamoDB", false),
            "vault of the copies refuses the role" => dev.With(AwayVault, "policy", Policy("Deny", "backup:CopyIntoBackupVault", "*")),
            "air-gapped vault of other bounds" => dev.With("shared-air-gapped-vault-eu-central-1", "minRetentionDays", 400),
            "key of the vault in the wrong Region" => dev.Naming("shared-backup-vault-eu-central-1", "kmsKeyArn", "shared-backup-key-eu-west-1"),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "not a fault"),
        };
    }

    private static string Policy(string effect, string action, string? principal = null)
    {
        var statement = new JsonObject { ["Effect"] = effect, ["Action"] = action, ["Resource"] = "*" };
        if (principal is not null)
        {
            statement["Principal"] = principal;
        }

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) }.ToJsonString();
    }
}
