using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>A business capability with its data.</summary>
/// <param name="Name">Unique in the pair: lower-case letters, digits, hyphens; 2 to 32 characters.</param>
/// <param name="Owner">Who answers for it; letters, digits and <c>@ . _ -</c>.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Endpoint">Its name under the domain; null = clients reach it in another way.</param>
/// <param name="Serving">What answers at the endpoint; there if and only if there is an endpoint.</param>
/// <param name="ClientSideEncryption">Whether the application encrypts before it stores, so that ciphertext itself crosses Regions
/// and the same key must be in both. Default: false.</param>
/// <param name="Stores">At least one.</param>
public sealed record WorkloadSettings(
    string Name,
    string Owner,
    RecoveryTier Tier,
    string? Endpoint,
    ServingSettings? Serving,
    bool ClientSideEncryption,
    IReadOnlyList<StoreSettings> Stores)
{
    /// <summary>Jobs that run in one Region only; may be empty.</summary>
    public IReadOnlyList<PipelineSettings> Pipelines { get; init; } = [];

    /// <summary>Stores that the sizing leaves out: they are promised for, and not there. May be empty.</summary>
    public IReadOnlyList<StoreSettings> LeftOut { get; init; } = [];

    /// <summary>Whether it has a pipeline of an engine.</summary>
    public bool Has(PipelineEngine engine) => Pipelines.Any(pipeline => pipeline.Engine == engine);

    /// <summary>Pipelines that the sizing leaves out with the stores that they read. May be empty.</summary>
    public IReadOnlyList<PipelineSettings> PipelinesLeftOut { get; init; } = [];

    /// <summary>Whether it has pods, in a cluster of each Region.</summary>
    public bool HasPods => Serving is not null || Pipelines.Count > 0;

    /// <summary>The databases among the stores.</summary>
    public IEnumerable<DatabaseStore> Databases => Stores.OfType<DatabaseStore>();

    /// <summary>The tables among the stores.</summary>
    public IEnumerable<TableStore> Tables => Stores.OfType<TableStore>();

    /// <summary>The tables of Keyspaces among the stores.</summary>
    public IEnumerable<WideColumnStore> WideColumns => Stores.OfType<WideColumnStore>();

    /// <summary>The buckets among the stores.</summary>
    public IEnumerable<BucketStore> Buckets => Stores.OfType<BucketStore>();

    /// <summary>The streams among the stores.</summary>
    public IEnumerable<StreamStore> Streams => Stores.OfType<StreamStore>();

    /// <summary>
    /// The same without what a trial does not pay for: brokers in two Regions cost more than all the rest of it, and a pipeline that reads them has
    /// nothing to read.
    /// </summary>
    public WorkloadSettings At(Sizing sizing) => sizing == Sizing.Full || !Streams.Any() ? this : this with
    {
        Stores = [.. Stores.Where(store => store is not StreamStore)],
        Pipelines = [.. Pipelines.Where(pipeline => !Streams.Any(stream => pipeline.Reads.Contains(stream.Name)))],
        LeftOut = [.. Streams],
        PipelinesLeftOut = [.. Pipelines.Where(pipeline => Streams.Any(stream => pipeline.Reads.Contains(stream.Name)))],
    };

    /// <summary>The queues among the stores.</summary>
    public IEnumerable<QueueStore> Queues => Stores.OfType<QueueStore>();

    /// <summary>The catalogues among the stores.</summary>
    public IEnumerable<CatalogueStore> Catalogues => Stores.OfType<CatalogueStore>();

    /// <summary>The copies of buckets outside AWS among the stores.</summary>
    public IEnumerable<OffsiteStore> Offsites => Stores.OfType<OffsiteStore>();
}
