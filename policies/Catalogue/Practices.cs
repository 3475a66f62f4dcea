namespace DrInfra.Policies.Catalogue;

/// <summary>The practices that the platform puts to work; rules say by id which of them they enforce.</summary>
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
        new("B1", Backup, "backups as often as the data's worth and rate of change ask for"),
        new("B2", Backup, "retention in generations"),
        new("B3", Backup, "regular sample restores, with a look at what came back"),
        new("B4", Backup, "backups without a manual step"),
        new("B5", Backup, "encrypted backups"),
        new("B6", Backup, "copies elsewhere: another Region, another account"),
        new("B*", Backup, "raw data, processed data and metadata alike"),
        new("F1", Failover, "redundant databases, queues and pipelines"),
        new("F2", Failover, "load balancing away from what failed"),
        new("F3", Failover, "failover run by an orchestrator"),
        new("F4", Failover, "failover tested by simulated failures", "a planned run of each plan, graceful, by docs/runbook.md; `drctl diff` shows what an activation changes"),
        new("F5", Failover, "drills of a complete disaster, restoration included", "docs/runbook.md has the way back from a lost Region and a lost account; what a drill measured goes to recovery.yaml as evidence"),
        new("F6", Failover, "detection before it escalates"),
        new("H1", Availability, "distributed storage that replicates"),
        new("H2", Availability, "distributed processing that survives the loss of a node", "no Spark or Flink cluster is declared yet; servers are groups that replace a lost instance"),
        new("H3", Availability, "routing away from unhealthy parts"),
        new("H4", Availability, "containers and orchestration", "no Kubernetes cluster is declared yet; serving images are pinned per Region in the settings"),
        new("H5", Availability, "more than one Region"),
        new("H6", Availability, "scaling and healing by themselves"),
        new("H7", Availability, "monitoring of the parts and of the whole"),
        new("I1", Incident, "a plan for the incident: roles, words, escalation", "docs/runbook.md has the steps of each situation; a document is no resource"),
        new("I2", Incident, "a team across functions", "every workload names its owner, and alerts reach people; who they are is no resource"),
        new("I3", Incident, "alerts that reach somebody, with thresholds"),
        new("I4", Incident, "records: causes, actions, lessons", "backup reports and logs are kept in the operations bucket; the account of an incident is written by people"),
        new("I5", Incident, "rehearsed response", "a planned run follows the same runbook as a disaster"),
        new("I6", Incident, "what drills taught changes the plan", "evidence of drills in recovery.yaml replaces documented figures"),
        new("T1", TradeOffs, "cost against resilience", "four tiers with their strategies (docs/adr/0004-tiers.md); the preview says which objectives a small sizing costs"),
        new("T2", TradeOffs, "RTO against RPO"),
        new("T3", TradeOffs, "complexity against what a team can run", "decisions are recorded in docs/adr; no home-made executor of failovers"),
        new("T4", TradeOffs, "on premises against cloud", "not declared: both Regions are one provider's"),
        new("A1", Business, "objectives known and written down"),
        new("A2", Business, "critical data known, and first"),
        new("A3", Business, "service levels agreed per system"),
        new("A4", Business, "plans reviewed, and what expires renewed"),
    ];
}
