namespace DrInfra.Policies.Aws.Mwaa;

/// <summary>
/// An environment of Managed Workflows for Apache Airflow: its DAGs are in a bucket, its variables, connections and runs in a database that the
/// service keeps in the Region. Sources: AWS Big Data Blog, "Disaster recovery strategies for Amazon MWAA"; Airflow, "Configuration Reference".
/// </summary>
/// <param name="Node">The environment.</param>
internal sealed record AirflowEnvironment(Node Node)
{
    /// <summary>What turns runs by the clock off.</summary>
    public Prop Scheduling => Node["airflowConfigurationOptions"]["scheduler.use_job_schedule"];

    /// <summary>Whether it starts DAGs by the clock; it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? Schedules => Scheduling.IsUnknown ? null : Scheduling.Flag ?? true;

    /// <summary>The bucket of its DAGs, by its ARN.</summary>
    public Prop Dags => Node["sourceBucketArn"];

    /// <summary>All of them, by URN.</summary>
    public static IEnumerable<AirflowEnvironment> All(Estate estate) => estate.OfType(MwaaTypes.Environment).Select(node => new AirflowEnvironment(node));
}
