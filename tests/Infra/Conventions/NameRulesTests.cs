using System.Text.RegularExpressions;
using DrInfra.Infra.Conventions;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Infra.Conventions;

/// <summary>Each service's pattern as its source states it, written again here as a regular expression.</summary>
public class NameRulesTests
{
    public static TheoryData<NameRule, string, string> Rules => new()
    {
        // "Must contain from 1 to 63 letters, numbers, or hyphens. First character must be a letter. Can't end with a hyphen or contain two consecutive
        // hyphens."
        { NameRules.Rds, "^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$", "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html" },

        // "between 3 (min) and 63 (max) characters", "lowercase letters, numbers, periods (.), and hyphens (-)", "begin and end with a letter or number".
        { NameRules.Bucket, "^(?=.{3,63}$)[a-z0-9][a-z0-9-]*[a-z0-9]$", "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html" },

        // Athena: lower case, "letters, numbers, and the underscore character", up to 255.
        { NameRules.Catalogue, "^[a-z0-9_]{1,255}$", "https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html" },

        // Pattern [a-zA-Z0-9-_$#.]+, 1 to 255.
        { NameRules.SchemaRegistry, "^[a-zA-Z0-9_$#.-]{1,255}$", "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateRegistry.html" },

        // "between 3 and 50 characters", begins with a number or lower-case letter, no hyphen at either end.
        { NameRules.AccessPoint, "^(?=.{3,50}$)[a-z0-9][a-z0-9-]*[a-z0-9]$",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html" },

        // Pattern [a-zA-Z0-9_.-]+, minimum length 3, maximum 255 for a name.
        { NameRules.Table, "^[a-zA-Z0-9_.-]{3,255}$", "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html" },

        // Pattern [\w+=,.@-]+, 1 to 64.
        { NameRules.Role, @"^[\w+=,.@-]{1,64}$", "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html" },

        // Pattern ^[a-zA-Z0-9:/_-]+$, 1 to 256.
        { NameRules.KeyAlias, "^[a-zA-Z0-9/_-]{1,256}$", "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html" },

        // "ASCII letters, numbers, and the following characters: /_+=.@-", 1 to 512.
        { NameRules.Secret, "^[A-Za-z0-9/_+=.@-]{1,512}$", "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html" },

        // Pattern [\.\-_/#A-Za-z0-9]+, 1 to 512.
        { NameRules.LogGroup, @"^[\.\-_/#A-Za-z0-9]{1,512}$", "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html" },

        // "Up to 255 characters in length"; the characters used here are a part of those allowed.
        { NameRules.SecurityGroup, @"^[a-zA-Z0-9._-]{1,255}$", "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html" },

        // Pattern ^[a-zA-Z0-9\-\_]{2,50}$.
        { NameRules.BackupVault, "^[a-zA-Z0-9_-]{2,50}$", "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html" },

        // "must contain 1 to 50 alphanumeric or '-_.' characters".
        { NameRules.BackupPlan, "^[a-zA-Z0-9_.-]{1,50}$", "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html" },

        // "must consist of only alphanumeric characters and underscores. Maximum length is 50."
        { NameRules.RestoreTesting, "^[a-zA-Z0-9_]{1,50}$", "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html" },

        // Pattern [a-zA-Z][_a-zA-Z0-9]*, 1 to 256.
        { NameRules.ReportPlan, "^[a-zA-Z][_a-zA-Z0-9]{0,255}$", "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateReportPlan.html" },

        // "a maximum of 32 characters, must contain only alphanumeric characters or hyphens, must not begin or end with a hyphen".
        { NameRules.LoadBalancer, "^(?!internal-)(?=.{1,32}$)[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html" },

        // Pattern ^[0-9A-Za-z][A-Za-z0-9\-_]*, 1 to 100.
        { NameRules.KubernetesCluster, "^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$", "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html" },

        // Pattern (?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*, 2 to 256.
        { NameRules.ImageRepository, "^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$",
            "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html" },

        // 1 to 255; dashboards take A-Z, a-z, 0-9, "-" and "_".
        { NameRules.Alarm, "^[a-zA-Z0-9_-]{1,255}$", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html" },

        // "uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters".
        { NameRules.Topic, "^[a-zA-Z0-9_-]{1,256}$", "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html" },

        // Pattern [0-9a-z_\-]+, 1 to 255.
        { NameRules.Canary, "^[0-9a-z_-]{1,255}$", "https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html" },

        // Pattern [a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?
        { NameRules.RegionSwitchPlan, "^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$",
            "https://docs.aws.amazon.com/arc-region-switch/latest/api/API_CreatePlan.html" },

        // "a-zA-Z0-9_.-" and "/" for levels; 1011 characters with the ARN that stands before the name.
        { NameRules.Parameter, @"^[a-zA-Z0-9_.\-/]{1,1011}$", "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void AnyNameOfOurs_FitsTheServicesPattern(NameRule rule, string pattern, string source)
    {
        Assert.Equal(source, rule.Source);
        var service = new Regex(pattern);

        Prop.ForAll(OurNames(rule.MaxLength), name => service.IsMatch(rule.Fit(name))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void NameThatFits_StaysAsItIs(NameRule rule, string pattern, string source)
    {
        _ = (pattern, source);
        var longest = "a" + new string('b', rule.MaxLength - 1);

        Assert.Equal(longest, rule.Fit(longest));
        Assert.NotEqual(longest + "b", rule.Fit(longest + "b"));
        Assert.Equal(rule.MaxLength, rule.Fit(longest + "b").Length);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void LongNamesThatBeginAlike_StayDifferent(NameRule rule, string pattern, string source)
    {
        _ = (pattern, source);
        var head = new string('a', rule.MaxLength);

        Assert.NotEqual(rule.Fit(head + "one"), rule.Fit(head + "two"));
        Assert.Matches("[-_][a-z]{6}$", rule.Fit(head + "one"));
    }

    [Fact]
    public void ForeignCharacter_IsMappedAndTheNameHashed() => Assert.Matches("^ledger-journal-[a-z]{6}$", NameRules.Rds.Fit("ledger_journal"));

    [Fact]
    public void NamesThatDifferInAForeignCharacter_StayDifferent() =>
        Assert.NotEqual(NameRules.Rds.Fit("ledger_journal"), NameRules.Rds.Fit("ledger.journal"));

    private static Arbitrary<string> OurNames(int maxLength)
    {
        var word = Gen.Elements("drinfra", "main", "ledger", "a1", "journal", "eu-west-1", "x");
        return word.NonEmptyListOf()
            .Select(words => string.Join('-', words))
            .Where(name => name.Length is >= 3 && name.Length < maxLength * 2)
            .ToArbitrary();
    }
}
