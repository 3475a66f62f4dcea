using DrInfra.Policies.Rules;

namespace DrInfra.Tests.Policies.Rules.Backup;

/// <summary>
/// A small platform whose one table is backed up soundly: home in eu-west-1, copies in eu-central-1. A test takes one thing away, or
/// changes one text of the inputs.
/// </summary>
internal static class BackupGraph
{
    private const string Home = "eu-west-1";
    private const string Away = "eu-central-1";

    public static TestGraph Sound() => Resources().Aggregate(
        new TestGraph(), (graph, one) => graph.Add(one.Type, one.Name, one.Inputs, one.Region, one.Id, one.Outputs));

    public static void AssertSound(Rule rule)
    {
        var report = Sound().Check(rule);
        Assert.Empty(report.Violations.Select(violation => violation.Message));
        Assert.Empty(report.Unknown.Select(unknown => unknown.Property));
    }

    /// <summary>That a text of a violation is in the messages; that there is something unknown where the text is a question mark.</summary>
    public static void AssertNoticed(Rule rule, string from, string to, string expected) => AssertNoticed(rule, Sound().ChangeAll(from, to), expected);

    public static void AssertNoticedWithout(Rule rule, string without, string expected) => AssertNoticed(rule, Sound().Without(without), expected);

    public static void AssertNoticed(Rule rule, TestGraph graph, string expected)
    {
        if (expected == "?")
        {
            Assert.Empty(graph.Violations(rule));
            Assert.NotEmpty(graph.Unknown(rule));
        }
        else
        {
            Assert.Contains(graph.Violations(rule), violation => violation.Contains(expected, StringComparison.Ordinal));
        }
    }

    private static string Outputs(string arn) => $$"""{ "arn": "{{arn}}" }""";

    private static string Key(string region) => $"arn:aws:kms:{region}:111122223333:key/{region}";

    private static IEnumerable<(string Type, string Name, string Region, string? Id, string Inputs, string Outputs)> Resources()
    {
        foreach (var (region, vault) in new[] { (Home, "home"), (Away, "away") })
        {
            yield return ("aws:kms/key:Key", $"key-{region}", region, region, "{}", Outputs(Key(region)));
            yield return ("aws:kms/alias:Alias", $"alias-{region}", region, $"alias/backup-{region}",
                $$"""{ "name": "alias/backup-{{region}}", "targetKeyId": "{{region}}" }""", "{}");
            yield return ("aws:backup/vault:Vault", $"vault-{region}", region, vault,
                $$"""{ "name": "{{vault}}", "forceDestroy": false, "kmsKeyArn": "{{Key(region)}}" }""",
                Outputs($"arn:aws:backup:{region}:111122223333:backup-vault:{vault}"));
            yield return ("aws:backup/vaultPolicy:VaultPolicy", $"vault-policy-{region}", region, vault,
                $$"""
                { "backupVaultName": "{{vault}}", "policy": { "Statement": [{ "Effect": "Deny", "Principal": { "AWS": "*" }, "Resource": "*",
                  "Action": ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVault",
                    "backup:DeleteBackupVaultAccessPolicy"] }] } }
                """, "{}");
        }

        yield return ("aws:sns/topic:Topic", "topic", Home, null, """{ "name": "alerts" }""", Outputs("arn:aws:sns:eu-west-1:111122223333:alerts"));
        yield return ("aws:backup/vaultNotifications:VaultNotifications", "notifications", Home, null,
            """{ "backupVaultName": "home", "snsTopicArn": "arn:aws:sns:eu-west-1:111122223333:alerts", "backupVaultEvents": ["COPY_JOB_FAILED"] }""", "{}");
        yield return ("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "gapped", Away, "gapped",
            """{ "name": "gapped", "minRetentionDays": 7, "maxRetentionDays": 400 }""",
            Outputs("arn:aws:backup:eu-central-1:111122223333:backup-vault:gapped"));
        yield return ("aws:ram/resourceShare:ResourceShare", "share", Away, "arn:share", """{ "name": "gapped", "allowExternalPrincipals": true }""",
            """{ "arn": "arn:share" }""");
        yield return ("aws:ram/resourceAssociation:ResourceAssociation", "shared-vault", Away, null,
            """{ "resourceArn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:gapped", "resourceShareArn": "arn:share" }""", "{}");
        yield return ("aws:ram/principalAssociation:PrincipalAssociation", "shared-with", Away, null,
            """{ "principal": "444455556666", "resourceShareArn": "arn:share" }""", "{}");
        yield return ("aws:dynamodb/table:Table", "orders", Home, "orders",
            $$"""{ "name": "orders", "tags": { "dr:workload": "orders" }, "serverSideEncryption": { "enabled": true, "kmsKeyArn": "{{Key(Home)}}" } }""",
            Outputs("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"));
        yield return ("aws:backup/regionSettings:RegionSettings", "settings", Home, Home,
            """{ "resourceTypeOptInPreference": { "DynamoDB": true }, "resourceTypeManagementPreference": { "DynamoDB": true } }""", "{}");
        yield return ("aws:backup/plan:Plan", "plan", Home, "plan-1", """
            { "name": "orders", "rules": [
              { "ruleName": "daily", "targetVaultName": "home", "schedule": "cron(0 5 ? * * *)", "scheduleExpressionTimezone": "Etc/UTC", "startWindow": 60,
                "completionWindow": 600, "lifecycle": { "deleteAfter": 8 },
                "copyActions": [
                  { "destinationVaultArn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:away", "lifecycle": { "deleteAfter": 9 } },
                  { "destinationVaultArn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:gapped", "lifecycle": { "deleteAfter": 10 } }] },
              { "ruleName": "weekly", "targetVaultName": "home", "schedule": "cron(0 5 ? * SUN *)", "startWindow": 60, "lifecycle": { "deleteAfter": 28 } },
              { "ruleName": "continuous", "enableContinuousBackup": true, "targetVaultName": "home", "schedule": "cron(0 17 ? * * *)", "startWindow": 60,
                "lifecycle": { "deleteAfter": 35 } }] }
            """, Outputs("arn:aws:backup:eu-west-1:111122223333:backup-plan:plan-1"));
        yield return ("aws:backup/selection:Selection", "selection", Home, null, """
            { "planId": "plan-1", "iamRoleArn": "arn:aws:iam::111122223333:role/backup", "resources": ["arn:aws:dynamodb:*:*:table/*"],
              "conditions": [{ "stringEquals": [{ "key": "aws:ResourceTag/dr:workload", "value": "orders" }] }] }
            """, "{}");
        foreach (var resource in Role("backup", """
            { "Statement": [
              { "Effect": "Allow", "Action": ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
                "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" },
              { "Effect": "Allow", "Action": "backup:Copy*", "Resource": "*" },
              { "Effect": "Allow", "Action": "backup:TagResource", "Resource": "arn:aws:backup:*:111122223333:recovery-point:*" },
              { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*",
                "Condition": { "StringEquals": { "kms:ViaService": "dynamodb.eu-west-1.amazonaws.com" },
                  "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/backup-eu-west-1" } } },
              { "Effect": "Allow", "Action": ["kms:CreateGrant", "kms:DescribeKey"], "Resource": "arn:aws:kms:*:111122223333:key/*",
                "Condition": { "Bool": { "kms:GrantIsForAWSResource": "true" } } }] }
            """))
        {
            yield return resource;
        }

        foreach (var resource in Role("restore", """
            { "Statement": [
              { "Effect": "Allow", "Action": "dynamodb:*", "Resource": "arn:aws:dynamodb:eu-central-1:111122223333:table/awsbackup-restore-test*" },
              { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"],
                "Resource": "arn:aws:kms:eu-central-1:111122223333:key/*" }] }
            """))
        {
            yield return resource;
        }

        yield return ("aws:backup/restoreTestingPlan:RestoreTestingPlan", "restore-tests", Away, "restore_tests", """
            { "name": "restore_tests", "scheduleExpression": "cron(0 9 15 * ? *)", "startWindowHours": 8,
              "recoveryPointSelection": { "algorithm": "LATEST_WITHIN_WINDOW", "selectionWindowDays": 31,
              "includeVaults": ["arn:aws:backup:eu-central-1:111122223333:backup-vault:away"], "recoveryPointTypes": ["SNAPSHOT"] } }
            """, "{}");
        yield return ("aws:backup/restoreTestingSelection:RestoreTestingSelection", "restore-test", Away, null, """
            { "name": "orders", "restoreTestingPlanName": "restore_tests", "iamRoleArn": "arn:aws:iam::111122223333:role/restore",
              "protectedResourceType": "DynamoDB",
              "protectedResourceArns": ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"], "validationWindowHours": 8 }
            """, "{}");
        yield return ("aws:s3/bucket:Bucket", "reports", Home, "reports", """{ "bucket": "reports" }""", Outputs("arn:aws:s3:::reports"));
        foreach (var (name, template, regions) in new[]
        {
            ("report-backup", "BACKUP_JOB_REPORT", "eu-west-1"), ("report-copy", "COPY_JOB_REPORT", "eu-west-1"),
            ("report-restore", "RESTORE_JOB_REPORT", "eu-central-1"),
        })
        {
            yield return ("aws:backup/reportPlan:ReportPlan", name, Home, null, $$"""
                { "name": "{{name}}", "reportDeliveryChannel": { "s3BucketName": "reports", "formats": ["JSON"] },
                  "reportSetting": { "reportTemplate": "{{template}}", "regions": ["{{regions}}"], "accounts": ["111122223333"] } }
                """, Outputs($"arn:aws:backup:eu-west-1:111122223333:report-plan:{name}"));
        }
    }

    private static IEnumerable<(string Type, string Name, string Region, string? Id, string Inputs, string Outputs)> Role(string name, string policy)
    {
        yield return ("aws:iam/role:Role", name, Home, name,
            $$"""
            { "name": "{{name}}", "assumeRolePolicy": { "Statement": {
              "Effect": "Allow", "Principal": { "Service": "backup.amazonaws.com" }, "Action": "sts:AssumeRole",
              "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } } } }
            """,
            Outputs($"arn:aws:iam::111122223333:role/{name}"));
        yield return ("aws:iam/rolePolicy:RolePolicy", $"{name}-policy", Home, null, $$"""{ "role": "{{name}}", "policy": {{policy}} }""", "{}");
    }
}
