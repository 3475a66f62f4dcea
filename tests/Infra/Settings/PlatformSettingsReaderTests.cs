using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class PlatformSettingsReaderTests
{
    [Fact]
    public void SoundPrimary_IsReadWhole()
    {
        var settings = Configurations.PrimarySettings();

        Assert.Equal(StackRole.Primary, settings.Role);
        Assert.Equal(Activation.Active, settings.Activation);
        Assert.Equal(Sizing.Full, settings.Sizing);
        Assert.Equal("main", settings.Pair);
        Assert.Equal(new RegionPair("eu-west-1", "eu-central-1"), settings.Regions);
        Assert.Equal("eu-west-1", settings.HomeRegion);
        Assert.True(settings.OwnsAccountDefaults);
        Assert.Equal(["ledger", "lake", "reporting"], settings.Workloads.Select(workload => workload.Name));
        var table = Assert.IsType<TableStore>(settings.Workloads[0].Stores[1]);
        Assert.True(table.StronglyConsistent);
        Assert.Equal("id", table.PartitionKey);
        Assert.Equal("db.r7g.large", settings.Workloads[2].Databases.Single().InstanceClass);
        Assert.Equal(["eu-west-1a", "eu-west-1b", "eu-west-1c"], settings.HomeNetwork.Zones);
        Assert.Empty(settings.Notices);
    }

    [Fact]
    public void SoundStandby_StandsByUnlessActivated()
    {
        Assert.Equal(Activation.Standby, Configurations.StandbySettings().Activation);
        Assert.Equal(Activation.Active, Configurations.StandbySettings(("activation", "active")).Activation);
        Assert.Equal("eu-central-1", Configurations.StandbySettings().HomeRegion);
    }

    [Theory]
    [InlineData(null, FailoverState.None, "none")]
    [InlineData("none", FailoverState.None, "none")]
    [InlineData("in-progress", FailoverState.InProgress, "in-progress")]
    public void Failover_IsWhatTheManifestsOfBothStacksSay(string? said, FailoverState expected, string manifest)
    {
        foreach (var settings in new[] { Configurations.PrimarySettings(("failover", said)), Configurations.StandbySettings(("failover", said)) })
        {
            Assert.Equal(expected, settings.Failover);
            Assert.All(settings.Workloads, workload => Assert.Equal(manifest, Manifests.Of(settings, workload).Failover));
        }
    }

    [Fact]
    public void TierChange_KeepsTheRestOfTheDefaultTier()
    {
        var tier = Configurations.PrimarySettings(("tiers", """{"internal":{"objectives":{"region":{"rto":"24h"}},"decide":"2h"}}"""))
            .Workloads[2].Tier;

        Assert.Equal(TimeSpan.FromHours(24), tier.For(Disruption.Region).Rto);
        Assert.Equal(TimeSpan.FromHours(48), tier.For(Disruption.Region).Rpo);
        Assert.Equal(TimeSpan.FromHours(2), tier.Decide.Within);
        Assert.Equal(Strategy.BackupRestore, tier.Strategy);
    }

    [Fact]
    public void TableOfTierWithZeroRpo_IsStronglyConsistentUnasked()
    {
        var settings = Configurations.PrimarySettings(
            ("tiers", """{"always-on":{"strategy":"active-active","objectives":{"region":{"rpo":"0s","rto":"10m"}}}}"""),
            ("workloads",
                """[{"name":"sessions","owner":"web","tier":"always-on","stores":[{"name":"live","kind":"table","sizeGb":1,"changeGbPerDay":1}]}]"""));

        Assert.True(settings.Workloads[0].Tables.Single().StronglyConsistent);
    }

    [Theory]
    [InlineData("rle", "primary", "drinfra:rle", "did you mean role?")]
    [InlineData("role", null, "drinfra:role", "missing")]
    [InlineData("role", "secondary", "drinfra:role", "not an allowed value")]
    [InlineData("sizing", "large", "drinfra:sizing", "not an allowed value")]
    [InlineData("activation", "active", "drinfra:activation", "a primary is always active")]
    [InlineData("failover", "in-progres", "drinfra:failover", "did you mean in-progress?")]
    [InlineData("failover", "yes", "drinfra:failover", "not an allowed value")]
    [InlineData("environment", null, "drinfra:environment", "missing")]
    [InlineData("owner", "two words", "drinfra:owner", "not in the expected format")]
    [InlineData("pair", "Main", "drinfra:pair", "not in the expected format")]
    [InlineData("accountId", "12345", "drinfra:accountId", "not in the expected format")]
    [InlineData("recoveryAccountId", "123456789012", "drinfra:recoveryAccountId", "must differ from accountId")]
    [InlineData("ownsAccountDefaults", "yes", "drinfra:ownsAccountDefaults", "true or false")]
    [InlineData("regions", null, "drinfra:regions", "missing")]
    [InlineData("regions", "eu-west-1", "drinfra:regions", "expected an object")]
    [InlineData("regions", """{"primary":"eu-west-1","standby":"eu-west-1"}""", "drinfra:regions.standby", "are the same Region")]
    [InlineData("regions", """{"standby":"eu-west-1"}""", "drinfra:regions.primary", "a standby needs a primary")]
    [InlineData("regions", """{"primary":"eu-west-1"}""", "drinfra:regions.standby", "a primary needs a standby")]
    [InlineData("regions", """{"primary":"eu-wset-1","standby":"eu-central-1"}""", "drinfra:regions.primary", "did you mean eu-west-1?")]
    [InlineData("regions", """{"primary":"eu-west-1","standby":"eu-central-1","third":"eu-west-2"}""", "drinfra:regions.third", "unknown key")]
    [InlineData("witnessRegion", "eu-west-1", "drinfra:witnessRegion", "must not be in a Region of the pair")]
    [InlineData("witnessRegion", "us-east-1", "drinfra:witnessRegion", "outside the Region set")]
    [InlineData("witnessRegion", null, "drinfra:witnessRegion", "needs a witness")]
    [InlineData("regions", """{"primary":"eu-west-1","standby":"us-east-1"}""", "drinfra:workloads[0].stores[1].consistency", "different Region sets")]
    [InlineData("dns", null, "drinfra:dns", "workload ledger has an endpoint")]
    [InlineData("dns", """{"zoneId":"0123","domain":"data.example.com"}""", "drinfra:dns.zoneId", "not in the expected format")]
    [InlineData("dns", """{"zoneId":"Z0123456789EXAMPLE","domain":"data.example.com."}""", "drinfra:dns.domain", "not in the expected format")]
    [InlineData("dns", """{"zoneId":"Z0123456789EXAMPLE","domain":"data.example.com","private":true}""", "drinfra:dns.private", "not supported")]
    [InlineData("network", null, "drinfra:network", "missing")]
    [InlineData("network", """{"primary":{"range":"10.64.0.0/16"}}""", "drinfra:network.standby", "missing")]
    [InlineData("network", """{"primary":{"range":"10.64.0.0/15"},"standby":{"range":"10.66.0.0/16"}}""", "drinfra:network.primary.range", "out of range")]
    [InlineData("network", """{"primary":{"range":"10.64.0.0/23"},"standby":{"range":"10.66.0.0/16"}}""", "drinfra:network.primary.range", "out of range")]
    [InlineData("network", """{"primary":{"range":"10.64.0.1/16"},"standby":{"range":"10.66.0.0/16"}}""", "drinfra:network.primary.range", "not a CIDR range")]
    [InlineData(
        "network", """{"primary":{"range":"10.64.0.0/16"},"standby":{"range":"10.64.128.0/17"}}""", "drinfra:network.standby", "overlaps the primary's")]
    [InlineData(
        "network", """{"primary":{"range":"10.64.0.0/16"},"standby":{"range":"10.65.0.0/16"},"reserved":["10.65.4.0/24"]}""", "drinfra:network.standby",
        "overlaps a reserved range")]
    [InlineData(
        "network", """{"primary":{"range":"10.64.0.0/16","zones":["eu-west-1a","eu-west-1a","eu-west-1c"]},"standby":{"range":"10.65.0.0/16"}}""",
        "drinfra:network.primary.zones", "three zones")]
    [InlineData(
        "network", """{"primary":{"range":"10.64.0.0/16","vpcId":"vpc-0a1b2c3d"},"standby":{"range":"10.65.0.0/16"}}""", "drinfra:network.primary.dataSubnets",
        "three subnets")]
    [InlineData("recoveryAccountId", null, "drinfra:recoveryAccountId", "another account must be able to reach the copies")]
    [InlineData("acknowledged", null, "drinfra:acknowledged", "needs an air-gapped vault")]
    [InlineData("alertEmails", """["nobody"]""", "drinfra:alertEmails[0]", "not in the expected format")]
    [InlineData("operators", """["arn:aws:iam::123456789012:user/me"]""", "drinfra:operators[0]", "not in the expected format")]
    [InlineData("planQuota", "0", "drinfra:planQuota", "out of range")]
    [InlineData("planQuota", "1001", "drinfra:planQuota", "out of range")]
    [InlineData("accountId", "123456789012\n", "drinfra:accountId", "not in the expected format")]
    [InlineData("acknowledged", """["everything"]""", "drinfra:acknowledged", "cannot be acknowledged")]
    [InlineData("workloads", null, "drinfra:workloads", "no workload is defined")]
    [InlineData("workloads", "{}", "drinfra:workloads", "expected a list")]
    public void OneMistake_IsNamed(string key, string? value, string where, string what) =>
        AssertProblem(Configurations.Primary((key, value)), where, what);

    [Theory]
    [InlineData("regions", """{"primary":"us-est-1","standby":"us-west-2"}""")]
    [InlineData("regions", """{"primary":"eu-west-1","standby":"eu-west-1"}""")]
    [InlineData("regions", "eu-west-1")]
    [InlineData("dns", "data.example.com")]
    [InlineData("role", "standbye", "activation", "standby")]
    [InlineData(
        "regions", """{"primary":"us-est-1","standby":"us-west-2"}""", "network",
        """
        { "primary": { "range": "10.64.0.0/16", "zones": ["us-east-1a", "us-east-1b", "us-east-1c"] },
          "standby": { "range": "10.65.0.0/16", "zones": ["us-west-2a", "us-west-2b", "us-west-2c"] } }
        """)]
    public void OneMistake_IsOneProblem(string key, string value, string also = "owner", string sound = "platform-engineering") => Assert.StartsWith(
        $"drinfra:{key}",
        Assert.Single(
            Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Primary((key, value), (also, sound)))).Problems).Where!.Key,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("rehearsal", "rehearsal is not supported")]
    [InlineData("aktive", "did you mean active?")]
    public void ActivationThatIsNone_IsRefused(string activation, string what) =>
        AssertProblem(Configurations.Standby(("activation", activation)), "drinfra:activation", what);

    [Theory]
    [InlineData("""{"internal":{"strategy":"hot"}}""", "drinfra:tiers.internal.strategy", "not an allowed value")]
    [InlineData("""{"internal":{"decide":"soon"}}""", "drinfra:tiers.internal.decide", "neither automatic nor a duration")]
    [InlineData("""{"internal":{"objectives":{"regoin":{"rto":"1h"}}}}""", "drinfra:tiers.internal.objectives.regoin", "did you mean region?")]
    [InlineData("""{"internal":{"objectives":{"region":{"rto":"1 hour"}}}}""", "drinfra:tiers.internal.objectives.region.rto", "not a duration")]
    [InlineData("""{"internal":{"objectives":{"region":{"rto":"0s"}}}}""", "drinfra:tiers.internal.objectives.region.rto", "an RTO of 0 is not possible")]
    [InlineData("""{"internal":{"corruptionDetection":"48h"}}""", "drinfra:tiers.internal.objectives", "detected only after 2d")]
    [InlineData(
        """{"internal":{"corruptionDetection":"40d","objectives":{"corruption":{"rpo":"41d"}}}}""", "drinfra:tiers.internal.corruptionDetection",
        "longer than the PITR window")]
    [InlineData("""{"internal":{"enforceRpo":true,"objectives":{"region":{"rpo":"19s"}}}}""", "drinfra:tiers.internal.enforceRpo", "no Region RPO")]
    [InlineData("""{"internal":{"immutableDays":30}}""", "drinfra:tiers.internal.immutableDays", "cannot be removed")]
    [InlineData("""{"internal":{"immutableDays":1.5}}""", "drinfra:tiers.internal.immutableDays", "a whole number")]
    [InlineData("""{"new":{"strategy":"pilot-light"}}""", "drinfra:tiers.new.objectives", "a tier needs objectives")]
    [InlineData("""{"New":{"strategy":"pilot-light"}}""", "drinfra:tiers.New", "not a name")]
    [InlineData("""{"shared":{"strategy":"pilot-light","objectives":{"region":{"rto":"8h"}}}}""", "drinfra:tiers.shared", "the name shared is reserved")]
    [InlineData("""{"internal":{"twoPeople":"yes"}}""", "drinfra:tiers.internal.twoPeople", "true or false")]
    public void MistakeInATier_IsNamed(string tiers, string where, string what) =>
        AssertProblem(
            Configurations.Primary(
                ("tiers", tiers), ("acknowledged", tiers.Contains("immutableDays", StringComparison.Ordinal) ? "[]" : """["compliance-lock"]""")),
            where, what);

    [Theory]
    [InlineData("\"name\":\"lake\"", "\"name\":\"ledger\"", "drinfra:workloads[1].name", "duplicate")]
    [InlineData("\"name\":\"lake\"", "\"name\":\"shared\"", "drinfra:workloads[1].name", "the name shared is reserved")]
    [InlineData("\"name\":\"lake\"", "\"name\":\"internal\"", "drinfra:workloads[1].name", "the name of a tier")]
    [InlineData("\"name\":\"lake\"", "\"name\":\"The Lake\"", "drinfra:workloads[1].name", "not in the expected format")]
    [InlineData("\"owner\":\"analytics\",", "", "drinfra:workloads[1].owner", "missing")]
    [InlineData("business-operational", "busines-operational", "drinfra:workloads[1].tier", "did you mean business-operational?")]
    [InlineData("\"clientSideEncryption\":true", "\"clientSideEncryption\":\"yes\"", "drinfra:workloads[0].clientSideEncryption", "true or false")]
    [InlineData("\"kind\":\"bucket\",\"sizeGb\":4000", "\"kind\":\"bukcet\",\"sizeGb\":4000", "drinfra:workloads[1].stores[0].kind", "did you mean bucket?")]
    [InlineData("\"sizeGb\":4000,", "", "drinfra:workloads[1].stores[0].sizeGb", "missing")]
    [InlineData("\"sizeGb\":4000", "\"sizeGb\":0", "drinfra:workloads[1].stores[0].sizeGb", "out of range")]
    [InlineData("\"sizeGb\":4000", "\"sizeGb\":\"4000\"", "drinfra:workloads[1].stores[0].sizeGb", "expected a number")]
    [InlineData("\"changeGbPerDay\":50", "\"changeGbPerDay\":-1", "drinfra:workloads[1].stores[0].changeGbPerDay", "out of range")]
    [InlineData("\"name\":\"catalogue\"", "\"name\":\"raw\"", "drinfra:workloads[1].stores[1].name", "duplicate")]
    [InlineData("db.r7g.xlarge", "db.t4g.medium", "drinfra:workloads[1].stores[1].instanceClass", "not in the expected format")]
    [InlineData("\"sortKey\":\"at\"", "\"sortKey\":\"id\"", "drinfra:workloads[1].stores[2].sortKey", "already the partition key")]
    [InlineData("\"sortKey\":\"at\"", "\"localIndexes\":[\"at\"]", "drinfra:workloads[1].stores[2].localIndexes", "unknown key")]
    [InlineData(
        "\"consistency\":\"strong\"", "\"consistency\":\"strong\",\"expiryAttribute\":\"at\"", "drinfra:workloads[0].stores[1].expiryAttribute",
        "cannot use TTL")]
    [InlineData("\"endpoint\":\"ledger\",", "", "drinfra:workloads[0].endpoint", "a serving workload needs a name")]
    [InlineData("\"name\":\"drafts\",", "\"name\":\"drafts\",\"consistency\":\"strong\",", "drinfra:workloads[2].stores[1].consistency", "no standby replica")]
    public void MistakeInAWorkload_IsNamed(string sound, string broken, string where, string what) =>
        AssertProblem(Configurations.Primary(("workloads", Configurations.Workloads.Change(sound, broken))), where, what);

    [Fact]
    public void WorkloadWithoutStores_IsRefused() => AssertProblem(
        Configurations.Primary(("workloads", """[{"name":"empty","owner":"a","tier":"internal","stores":[]}]""")),
        "drinfra:workloads[0].stores",
        "needs at least one store");

    [Theory]
    [InlineData("database", "")]
    [InlineData("bucket", "")]
    [InlineData("table", ",\"consistency\":\"eventual\"")]
    public void StoreThatCannotGiveZeroRpo_IsRefused(string kind, string more) => AssertProblem(
        Configurations.Primary(
            ("tiers", """{"always-on":{"strategy":"active-active","objectives":{"region":{"rpo":"0s","rto":"10m"}}}}"""),
            ("workloads",
                $$"""
                [{"name":"sessions","owner":"web","tier":"always-on","stores":[{"name":"live","kind":"{{kind}}","sizeGb":1,"changeGbPerDay":1{{more}}}]}]
                """)),
        more.Length > 0 ? "drinfra:workloads[0].stores[0].consistency" : "drinfra:workloads[0].stores[0].kind",
        "has a Region RPO of 0");

    [Fact]
    public void ManifestThatWouldNotFitItsParameter_IsRefused()
    {
        var stores = string.Join(
            ',', Enumerable.Range(0, 60).Select(index => $$"""{"name":"store-number-{{index}}","kind":"bucket","sizeGb":1,"changeGbPerDay":1}"""));

        AssertProblem(
            Configurations.Primary(("workloads", $$"""[{"name":"wide","owner":"a","tier":"internal","stores":[{{stores}}]}]""")),
            "drinfra:workloads[0].stores",
            "does not fit its SSM parameter");
    }

    [Fact]
    public void RtoThatNoPlanCanFit_IsRefused() => AssertProblem(
        Configurations.Primary(("tiers", """{"mission-critical":{"objectives":{"region":{"rto":"6m"}}}}""")),
        "drinfra:workloads[0].tier",
        "leaves");

    // Two plans and the parent. A tier that people decide shares one, so its second workload takes none.
    [Theory]
    [InlineData(1, "3", true)]
    [InlineData(1, "2", false)]
    [InlineData(2, "3", true)]
    [InlineData(8, null, true)]
    public void Plans_AreWithinTheQuotaOfTheAccount(int lakes, string? quota, bool fits)
    {
        var more = string.Concat(Enumerable.Range(1, lakes - 1).Select(index => $$"""
            ,{"name":"lake-{{index}}","owner":"a","tier":"business-operational","stores":[{"name":"rows","kind":"database","sizeGb":1,"changeGbPerDay":1}]}
            """));
        AssertPlans(Configurations.Workloads.TrimEnd()[..^1] + more + "]", quota, fits, 3);
    }

    // Each that starts by itself has its own: nine and the parent are the ten that an account may have by default.
    [Theory]
    [InlineData(9, null, true)]
    [InlineData(10, null, false)]
    [InlineData(10, "11", true)]
    [InlineData(10, "10", false)]
    public void PlansOfAutomaticWorkloads_AreCountedOneByOne(int workloads, string? quota, bool fits) => AssertPlans(
        $"[{string.Join(',', Enumerable.Range(1, workloads).Select(index => $$"""
            {"name":"shop-{{index}}","owner":"a","tier":"mission-critical","stores":[{"name":"rows","kind":"database","sizeGb":1,"changeGbPerDay":1}]}
            """))}]",
        quota, fits, workloads + 1);

    [Fact]
    public void ManyMistakes_AreReportedAtOnce()
    {
        var exception = Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Standby(
            ("rol", "standby"),
            ("regions", """{"primary":"eu-west-1","standby":"eu-west-1"}"""),
            ("activation", "rehearsal"),
            ("accountId", "1"),
            ("workloads", Configurations.Workloads.Change("business-operational", "gold").Change("\"sizeGb\":400,", "")))));

        Assert.Equal(
            ["drinfra:regions.standby", "drinfra:workloads[0].stores[0].sizeGb", "drinfra:workloads[1].tier", "drinfra:accountId", "drinfra:activation",
                "drinfra:rol"],
            exception.Problems.Select(problem => problem.Where!.Key));
        Assert.StartsWith("6 problems in the settings of stack dr; no resource was declared.", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Problems, problem =>
        {
            Assert.NotEmpty(problem.Got!);
            Assert.NotEmpty(problem.Allowed!);
            Assert.NotEmpty(problem.Fix!);
            Assert.Contains("Pulumi", problem.Where!.Source, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void AcknowledgedLock_IsAccepted() => Assert.Equal(30, Configurations.PrimarySettings(
        ("tiers", """{"internal":{"immutableDays":30}}""")).Workloads[2].Tier.ImmutableDays);

    [Fact]
    public void ExistingNetwork_IsTakenOver()
    {
        const string Existing = """
            {"primary":{"range":"10.1.0.0/16","vpcId":"vpc-0a1b2c3d",
              "publicSubnets":["subnet-00000001","subnet-00000002","subnet-00000003"],
              "privateSubnets":["subnet-00000004","subnet-00000005","subnet-00000006"],
              "dataSubnets":["subnet-00000007","subnet-00000008","subnet-00000009"]},
             "standby":{"range":"10.2.0.0/16"}}
            """;

        var network = Assert.IsType<ExistingNetwork>(Configurations.PrimarySettings(("network", Existing)).HomeNetwork);

        Assert.Equal("vpc-0a1b2c3d", network.VpcId);
        Assert.Equal("subnet-00000009", network.DataSubnets[2]);
    }

    [Fact]
    public void SmallSizing_SaysWhatIsLeftOutAndLeavesTheVerdictToTheObjectives()
    {
        var notices = Configurations.PrimarySettings(("sizing", "small")).Notices;

        Assert.Equal(2, notices.Count);
        Assert.Contains("one NAT gateway for three zones", notices[0], StringComparison.Ordinal);
        Assert.Contains("databases of ledger, lake, reporting have one instance and no reader", notices[1], StringComparison.Ordinal);
        Assert.DoesNotContain(notices, notice => notice.Contains("at risk", StringComparison.Ordinal) || notice.Contains("not met", StringComparison.Ordinal));
    }

    [Fact]
    public void SmallStandby_NamesOnlyTheDatabasesThatItHas() => Assert.Contains(
        "databases of ledger, lake have one instance", Configurations.StandbySettings(("sizing", "small")).Notices[1], StringComparison.Ordinal);

    [Fact]
    public void MistakeInAFile_IsShownWhereItStands()
    {
        var reading = new SettingsReading("Pulumi.yaml");
        var workloads = YamlReader.Read("\n  - name: ledger\n    stores:\n      - { name: a, knd: bucket }\n", reading)!;
        var configuration = Configurations.Primary(("workloads", """[{"name":"ledger","stores":[{"name":"a","knd":"bucket"}]}]""")) with
        {
            Sources = new Dictionary<string, YamlValue> { ["drinfra:workloads"] = workloads },
        };

        var problems = Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(configuration)).Problems;

        Assert.Contains("Pulumi.yaml:4:17: drinfra:workloads[0].stores[0].name", problems.Select(problem => $"{problem.Where}"));
        Assert.Contains("Pulumi.yaml:4:9: drinfra:workloads[0].stores[0].kind", problems.Select(problem => $"{problem.Where}"));
        Assert.Contains(problems, problem => problem.Fix == "edit workloads[0].stores[0].kind in Pulumi.yaml");
    }

    private static void AssertPlans(string workloads, string? quota, bool fits, int plans)
    {
        var configuration = Configurations.Primary(("workloads", workloads), ("planQuota", quota));
        if (fits)
        {
            Assert.Equal(quota ?? "10", $"{PlatformSettingsReader.Read(configuration).PlanQuota}");
        }
        else
        {
            AssertProblem(
                configuration, "drinfra:planQuota", $"need {plans} Region-switch plans, the parent's included, but the account may have {quota ?? "10"}");
        }
    }

    private static void AssertProblem(StackConfiguration configuration, string where, string what)
    {
        var exception = Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(configuration));

        Assert.Contains(exception.Problems, problem => problem.Where!.Key == where && problem.What.Contains(what, StringComparison.Ordinal));
    }
}
