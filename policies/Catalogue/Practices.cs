namespace DrInfra.Policies.Catalogue;

/// <summary>
/// The practices that the platform puts to work; rules say by id which of them they enforce. Each with its nearest counterpart in the
/// Reliability Pillar of the AWS Well-Architected Framework and in NIST SP 800-34 Rev. 1.
/// </summary>
public static class Practices
{
    private const string Backup = "Backup and restoration";
    private const string Failover = "Failover";
    private const string Availability = "High availability";
    private const string Incident = "Incident response";
    private const string TradeOffs = "Trade-offs";
    private const string Business = "Alignment with the business";

    public static IReadOnlyList<Practice> All { get; } =
    [
        new("B1", Backup, "backups as often as the data's worth and rate of change ask for", "REL09-BP01", "3.4.1"),
        new("B2", Backup, "retention in generations", "REL09-BP01", "3.4.1"),
        new("B3", Backup, "regular sample restores, with a look at what came back", "REL09-BP04", "3.5.1"),
        new("B4", Backup, "backups without a manual step", "REL09-BP03", "3.4.1"),
        new("B5", Backup, "encrypted backups", "REL09-BP02", "3.4.1"),
        new("B6", Backup, "copies elsewhere: another Region, another account", "REL13-BP02", "3.4.2"),
        new("B*", Backup, "raw data, processed data and metadata alike", "REL09-BP01", "3.4.1"),
        new("F1", Failover, "redundant databases, queues and pipelines", "REL10-BP01", "3.4.3"),
        new("F2", Failover, "load balancing away from what failed", "REL11-BP02", "5.2"),
        new("F3", Failover, "failover run by an orchestrator", "REL13-BP05", "4.3"),
        new("F4", Failover, "failover tested by simulated failures", "REL12", "3.5.1",
            "a planned run of each plan, graceful, by docs/runbook.md; `drctl diff` shows what an activation changes"),
        new("F5", Failover, "drills of a complete disaster, restoration included", "REL13-BP03", "3.5.3",
            "docs/runbook.md has the way back from a lost Region and a lost account; what a drill measured goes to recovery.yaml as evidence"),
        new("F6", Failover, "detection before it escalates", "REL11-BP01", "4.2.1"),
        new("H1", Availability, "distributed storage that replicates", "REL09-BP01", "3.4.1"),
        new("H2", Availability, "distributed processing that survives the loss of a node", "REL11-BP03", "3.3",
            "no Spark or Flink cluster is declared yet; servers are groups that replace a lost instance"),
        new("H3", Availability, "routing away from unhealthy parts", "REL11-BP02", "3.3"),
        new("H4", Availability, "containers and orchestration", "REL11-BP03", "3.3",
            "no Kubernetes cluster is declared yet; serving images are pinned per Region in the settings"),
        new("H5", Availability, "more than one Region", "REL10-BP01", "3.4.3"),
        new("H6", Availability, "scaling and healing by themselves", "REL07-BP01", "3.3"),
        new("H7", Availability, "monitoring of the parts and of the whole", "REL06-BP01", "3.3"),
        new("I1", Incident, "a plan for the incident: roles, words, escalation", "REL12-BP01", "3.4.6",
            "docs/runbook.md has the steps of each situation; a document is no resource"),
        new("I2", Incident, "a team across functions", "REL12-BP01", "3.4.6",
            "every workload names its owner, and alerts reach people; who they are is no resource"),
        new("I3", Incident, "alerts that reach somebody, with thresholds", "REL11-BP06", "4.2.2"),
        new("I4", Incident, "records: causes, actions, lessons", "REL12-BP02", "4.4",
            "backup reports and logs are kept in the operations bucket; the account of an incident is written by people"),
        new("I5", Incident, "rehearsed response", "REL12-BP05", "3.5.3", "a planned run follows the same runbook as a disaster"),
        new("I6", Incident, "what drills taught changes the plan", "REL12-BP02", "3.6", "evidence of drills in recovery.yaml replaces documented figures"),
        new("T1", TradeOffs, "cost against resilience", "REL13-BP02", "3.4.5",
            "four tiers with their strategies (docs/adr/0004-tiers.md); the preview says which objectives a small sizing costs"),
        new("T2", TradeOffs, "RTO against RPO", "REL13-BP01", "3.2.1"),
        new("T3", TradeOffs, "complexity against what a team can run", "REL13-BP02", "3.4.5",
            "decisions are recorded in docs/adr; no home-made executor of failovers"),
        new("T4", TradeOffs, "on premises against cloud", "REL10-BP01", "3.4.3", "not declared: both Regions are one provider's"),
        new("A1", Business, "objectives known and written down", "REL13-BP01", "3.2.1"),
        new("A2", Business, "critical data known, and first", "REL13-BP01", "3.2.3"),
        new("A3", Business, "service levels agreed per system", "REL11-BP07", "3.2.1"),
        new("A4", Business, "plans reviewed, and what expires renewed", "REL13-BP04", "3.6"),
    ];
}
