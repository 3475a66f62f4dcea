using DrInfra.Policies.Rules.Backup;
using DrInfra.Recovery;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Backup;

/// <summary>A copy in another account is a finding where it cannot be made, and counts for the loss of the account where it can.</summary>
public class BackupIsCopiedToAnotherAccountTests
{
    private const string Own = "111122223333";
    private const string Other = "444455556666";
    private const string Admits = """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "kms:*", "Resource": "*" }""";
    private const string AdmitsItself =
        """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }""";

    private static readonly BackupIsCopiedToAnotherAccount Rule = new();

    [Theory]
    [InlineData("\"kmsKeyId\": \"key-1\", \"storageEncrypted\": true", AdmitsItself + ", " + Admits, Other, null, true)]
    [InlineData(
        "\"kmsKeyId\": \"key-1\", \"storageEncrypted\": true", AdmitsItself, Other,
        "orders-key: the policy of the key orders-key does not allow account 444455556666", false)]
    [InlineData(
        "\"storageEncrypted\": true", AdmitsItself, Other,
        "orders: orders is encrypted with an AWS managed key, so its backups cannot be copied to another account", false)]
    [InlineData("\"storageEncrypted\": false", AdmitsItself, Other, null, true)]
    [InlineData("\"storageEncrypted\": true", AdmitsItself, Own, null, false)]
    public void ACopy_CountsWhereItCanBeMade(string encryption, string policy, string account, string? violation, bool counts)
    {
        var graph = Graph(encryption, policy, account);

        Assert.Equal(violation is null ? [] : [violation], graph.Violations(Rule));
        Assert.Equal(counts, !graph.Outcome(Disruption.Account).Rpo.Figure.IsUnbounded);
    }

    [Fact]
    public void AnUnknownPolicyOfTheKey_IsUnknown()
    {
        var graph = Graph("\"kmsKeyId\": \"key-1\", \"storageEncrypted\": true", "?", Other);

        Assert.Equal(["orders-key: policy"], graph.Unknown(Rule));
        Assert.True(graph.Outcome(Disruption.Account).Rpo.Figure.IsUnknown);
    }

    private static TestGraph Graph(string encryption, string policy, string account) =>
        new TestGraph().Manifests("""[{"name":"orders","kind":"database","sizeGb":10}]""")
            .Add(
                "aws:kms/key:Key", "orders-key", policy == "?" ? """{ "policy": "?" }""" : $$"""{ "policy": { "Statement": [{{policy}}] } }""", id: "key-1",
                outputs: Arn($"kms:eu-west-1:{Own}:key/key-1"))
            .Add(
                "aws:rds/instance:Instance", "orders",
                $$"""{ "identifier": "orders", "engine": "postgres", "backupRetentionPeriod": 7, "tags": { "dr:workload": "orders" }, {{encryption}} }""",
                id: "orders",
                    outputs: Arn($"rds:eu-west-1:{Own}:db:orders"))
            .Add("aws:backup/regionSettings:RegionSettings", "settings", """{ "resourceTypeOptInPreference": { "RDS": true } }""")
            .Add("aws:backup/vault:Vault", "vault", """{ "name": "home" }""", id: "home", outputs: Arn($"backup:eu-west-1:{Own}:backup-vault:home"))
            .Add(
                "aws:iam/role:Role", "backup",
                """
                { "name": "backup", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "backup.amazonaws.com" },
                        "Action": "sts:AssumeRole" }] } }
                """,
                    id: "backup", outputs: Arn($"iam::{Own}:role/backup"))
            .Add(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "backup",
                """{ "role": "backup", "policyArn": "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup" }""")
            .Add("aws:backup/plan:Plan", "plan", $$"""
                { "rules": [{ "ruleName": "daily", "targetVaultName": "home", "schedule": "cron(0 5 ? * * *)", "startWindow": 60,
                      "lifecycle": { "deleteAfter": 30 },
                  "copyActions": [{ "destinationVaultArn": "arn:aws:backup:eu-central-1:{{account}}:backup-vault:last-resort",
                      "lifecycle": { "deleteAfter": 30 } }] }] }
                """, id: "plan-1", outputs: Arn($"backup:eu-west-1:{Own}:backup-plan:plan-1"))
            .Add(
                "aws:backup/selection:Selection", "selection",
                $$"""{ "planId": "plan-1", "iamRoleArn": "arn:aws:iam::{{Own}}:role/backup", "resources": ["arn:aws:rds:*:*:db:*"] }""");

    private static string Arn(string rest) => $$"""{ "arn": "arn:aws:{{rest}}" }""";
}
