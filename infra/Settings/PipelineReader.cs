using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>pipelines</c> of a workload, and refuses what its tier, stores and Regions cannot do.</summary>
internal sealed class PipelineReader(StrongConsistency consistency)
{
    private const string NeedsLease = "one Region runs pipelines, which a lease in a strongly consistent table decides";

    private const string FileAllowed = "an absolute path in the image, for example /opt/app/job.jar";
    private const string ObjectAllowed = "the key of an object in the bucket of artifacts, for example jobs/compact-2.1.jar";
    private const string TypesAllowed = "1 to 5 instance types, for example [m7g.xlarge, m6g.xlarge]";
    private const int MostTypes = 5;
    private const int LongestJobName = 45;
    private const int LeastEngineMib = 1024;
    private const double MostMbPerSecond = 100_000;
    private const double MostStateGb = 100_000;

    private static readonly Dictionary<string, PipelineEngine> Engines = new()
    {
        ["container"] = PipelineEngine.Container,
        ["flink"] = PipelineEngine.Flink,
        ["spark"] = PipelineEngine.Spark,
        ["hadoop"] = PipelineEngine.Hadoop,
    };

    private static readonly Dictionary<string, PipelineResults> Results = new()
    {
        ["at-least-once"] = PipelineResults.AtLeastOnce,
        ["idempotent"] = PipelineResults.Idempotent,
    };

    // The keys that not every engine has a use for.
    private static readonly Dictionary<string, PipelineEngine[]> KeysOf = new()
    {
        ["image"] = [PipelineEngine.Container, PipelineEngine.Flink, PipelineEngine.Spark],
        ["cpu"] = [PipelineEngine.Container, PipelineEngine.Flink, PipelineEngine.Spark],
        ["memory"] = [PipelineEngine.Container, PipelineEngine.Flink, PipelineEngine.Spark],
        ["every"] = [PipelineEngine.Container, PipelineEngine.Spark, PipelineEngine.Hadoop],
        ["program"] = [PipelineEngine.Flink, PipelineEngine.Spark, PipelineEngine.Hadoop],
        ["catchUp"] = [PipelineEngine.Container, PipelineEngine.Flink],
        ["savepoints"] = [PipelineEngine.Flink],
        ["artifacts"] = [PipelineEngine.Hadoop],
        ["instanceTypes"] = [PipelineEngine.Hadoop],
    };

    public IReadOnlyList<PipelineSettings> Read(
        SettingsMap workload, string workloadName, RecoveryTier tier, IReadOnlyList<StoreSettings> stores)
    {
        var nodes = workload.Maps("pipelines");
        if (nodes.Count == 0)
        {
            return [];
        }

        if (tier.Strategy == Strategy.BackupRestore)
        {
            workload.Problem("pipelines", $"tier {tier.Name} has no standby that they could start in", "a tier with a standby, or no pipelines");
        }

        if (consistency.OfRegions() is { } misfit)
        {
            workload.Problem("pipelines", $"{misfit.What}: {NeedsLease}", $"no pipelines, or two Regions of one set: {misfit.Allowed}");
        }
        else
        {
            consistency.RequireWitness($"{NeedsLease}, and a table in two Regions");
        }

        var pipelines = nodes.Select(node => Read(node, stores)).ToList();
        RefuseLongNames(nodes, pipelines, workloadName);
        WorkloadReader.RefuseDuplicates(nodes, pipelines, pipeline => pipeline.Name, "name");
        return pipelines;
    }

    private static PipelineSettings Read(SettingsMap node, IReadOnlyList<StoreSettings> stores)
    {
        var name = node.Text("name", SettingsPatterns.StoreName, $"2 to 24 characters: {SettingsPatterns.NameAllowed}");
        if (name == PipelineSettings.Reserved)
        {
            node.Problem("name", $"the name {name} is reserved for the pods that serve", "another name");
        }

        var engine = node.Choice("engine", Engines, PipelineEngine.Container);
        bool Takes(string key) => KeysOf[key].Contains(engine);
        var pipeline = new PipelineSettings(
            name,
            engine,
            Takes("image") ? PodAmountReader.Image(node, "image") : null,
            node.Whole("replicas", 1, 300, "replicas", 1),
            PodAmountReader.MilliCpu(node),
            PodAmountReader.MemoryMib(node),
            Takes("every") ? Every(node, engine) : null,
            node.Choice("results", Results, PipelineResults.AtLeastOnce))
        {
            Program = Takes("program") ? Program(node, engine) : "",
            Reads = Names(node, "reads", stores),
            Writes = Names(node, "writes", stores),
            Savepoints = Takes("savepoints") ? Savepoints(node, stores) : null,
            CatchUp = Takes("catchUp") ? CatchUp(node, engine) : null,
            Hadoop = engine == PipelineEngine.Hadoop ? new HadoopSettings(Bucket(node, "artifacts", stores), InstanceTypes(node)) : null,
        };
        if (pipeline is { Every: not null, CatchUp: not null })
        {
            node.Problem("catchUp", "what starts on a schedule has no backlog to catch up with", "no catchUp, or no every");
        }

        if (engine == PipelineEngine.Flink && !stores.OfType<StreamStore>().Any(stream => pipeline.Reads.Contains(stream.Name)))
        {
            node.Problem(
                "reads", "a job of Flink starts again from a savepoint and from the streams that it reads: none is named",
                Choices(stores.OfType<StreamStore>(), "a store of kind stream, which this workload has none of"));
        }

        if (engine is PipelineEngine.Flink or PipelineEngine.Spark && pipeline.MemoryMib < LeastEngineMib)
        {
            node.Problem("memory", "too little for a JVM with what the engine keeps beside its heap", "1Gi or more");
        }

        foreach (var key in KeysOf.Keys.Where(key => node.Has(key) && !Takes(key)))
        {
            node.Problem(key, $"engine {Engines.First(pair => pair.Value == engine).Key} takes no {key}", "no such key with this engine", $"remove {key}");
        }

        node.RefuseUnknownKeys(null, [.. KeysOf.Keys]);
        return pipeline;
    }

    // The operator of Flink takes no longer names, and the pods of Spark get labels and services with a time behind the name.
    private static void RefuseLongNames(IReadOnlyList<SettingsMap> nodes, IReadOnlyList<PipelineSettings> pipelines, string workload)
    {
        foreach (var (pipeline, index) in pipelines.Select((pipeline, index) => (pipeline, index)))
        {
            if (pipeline.Engine is PipelineEngine.Flink or PipelineEngine.Spark && $"{workload}-{pipeline.Name}".Length > LongestJobName)
            {
                nodes[index].Problem(
                    "name", $"{workload}-{pipeline.Name} is too long a name for its operator", $"{LongestJobName} characters with the workload's name");
            }
        }
    }

    private static string? Every(SettingsMap node, PipelineEngine engine)
    {
        var every = engine == PipelineEngine.Container
            ? node.OptionalText("every", CronText.Allowed)
            : node.Text("every", SettingsPatterns.Any, CronText.Allowed);
        if (every is { Length: > 0 } && !CronText.IsCron(every))
        {
            node.Problem("every", "not a schedule of cron", CronText.Allowed);
        }
        else if (every is { Length: > 0 } && engine == PipelineEngine.Hadoop && SchedulerCron.Of(every) is null)
        {
            node.Problem("every", "EventBridge Scheduler takes days of the month or days of the week, not both", "* for one of the two");
        }

        return every;
    }

    private static string Program(SettingsMap node, PipelineEngine engine) => engine == PipelineEngine.Hadoop
        ? node.Text("program", SettingsPatterns.ObjectPath, ObjectAllowed)
        : node.Text("program", SettingsPatterns.FilePath, FileAllowed);

    private static SavepointSettings? Savepoints(SettingsMap node, IReadOnlyList<StoreSettings> stores)
    {
        const string Keys = "in (a bucket of the workload), every (for example 10m), stateGb";
        if (node.Map("savepoints", Keys) is not { } savepoints)
        {
            if (!node.Has("savepoints"))
            {
                node.Problem("savepoints", "missing: another Region can start the job from a savepoint alone", Keys, "add savepoints");
            }

            return null;
        }

        var (least, most) = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        var every = savepoints.OptionalDuration("every");
        if (!savepoints.Has("every"))
        {
            savepoints.Problem("every", "missing", "1m to 1d, for example 10m", "add every");
        }
        else if (every < least || every > most)
        {
            savepoints.Problem("every", "out of range", "1m to 1d");
        }

        var settings = new SavepointSettings(
            Bucket(savepoints, "in", stores), every ?? least, savepoints.Number("stateGb", 0.001, MostStateGb, "GB"));
        savepoints.RefuseUnknownKeys();
        return settings;
    }

    private static CatchUpSettings? CatchUp(SettingsMap node, PipelineEngine engine)
    {
        const string Keys = "inputMbPerSecond, surplusMbPerSecond";
        if (node.Map("catchUp", Keys) is not { } catchUp)
        {
            if (engine == PipelineEngine.Flink && !node.Has("catchUp"))
            {
                node.Problem("catchUp", "missing: how long the backlog of an outage takes depends on it", Keys, "add catchUp");
            }

            return null;
        }

        var settings = new CatchUpSettings(
            catchUp.Number("inputMbPerSecond", 0.000_001, MostMbPerSecond, "MB a second"),
            catchUp.Number("surplusMbPerSecond", 0, MostMbPerSecond, "MB a second"));
        catchUp.RefuseUnknownKeys();
        return settings;
    }

    private static IReadOnlyList<string> InstanceTypes(SettingsMap node)
    {
        var types = node.Texts("instanceTypes", SettingsPatterns.InstanceType, "an instance type, for example m7g.xlarge");
        if (types.Count > MostTypes || node.Find("instanceTypes")?.Value is null or YamlList { Items.Count: 0 })
        {
            node.Problem("instanceTypes", types.Count == 0 ? "missing" : "too many: EMR takes five with the allocation that is used here", TypesAllowed);
        }

        return types;
    }

    private static IReadOnlyList<string> Names(SettingsMap node, string key, IReadOnlyList<StoreSettings> stores)
    {
        var names = node.Texts(key, SettingsPatterns.StoreName, "the name of a store of the workload");
        foreach (var name in names.Where(name => !stores.Any(store => store.Name == name)))
        {
            node.Problem(key, NearestName.Hint($"{name} is no store of the workload", Nearest(name, stores)), Choices(stores, "a store"));
        }

        return names;
    }

    private static string Bucket(SettingsMap node, string key, IReadOnlyList<StoreSettings> stores)
    {
        var buckets = stores.OfType<BucketStore>().ToList();
        var name = node.Text(key, SettingsPatterns.StoreName, Choices(buckets, "a store of kind bucket, which this workload has none of"));
        if (name.Length > 0 && !buckets.Exists(bucket => bucket.Name == name))
        {
            node.Problem(
                key, NearestName.Hint($"{name} is no bucket of the workload", Nearest(name, buckets)),
                Choices(buckets, "a store of kind bucket, which this workload has none of"));
        }

        return name;
    }

    private static string? Nearest(string name, IEnumerable<StoreSettings> stores) => NearestName.Of(name, stores.Select(store => store.Name));

    private static string Choices(IEnumerable<StoreSettings> stores, string none) =>
        string.Join(", ", stores.Select(store => store.Name)) is { Length: > 0 } names ? names : none;
}
