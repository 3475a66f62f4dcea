using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>What the pods of a workload may do: use their own stores in their own Region, and know what is promised for them.</summary>
public static class PodRole
{
    /// <summary>
    /// The database user that pods log in as with IAM, for example <c>main_ledger_app</c>. Pair and workload, since the id of a
    /// cluster is random and so the user alone tells one database of the account from another. The runbook makes it in the database,
    /// with the role <c>rds_iam</c>.
    /// </summary>
    public static string DatabaseUser(PairIdentity pair, WorkloadSettings workload) => $"{pair.Pair}_{workload.Name}_app".Replace('-', '_');

    /// <summary>
    /// The trust policy of EKS Pod Identity. Which pods get the role, the association says; a condition on the account would be met by every
    /// cluster of it (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html).
    /// </summary>
    public static string TrustPolicy { get; } = Trust.ForTaggedSessions("pods.eks.amazonaws.com");

    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the pods run in.</param>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, string region) => PolicyDocument.Of(Of(pair, workload, region));

    /// <summary>The statements of the document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the pods run in.</param>
    public static IReadOnlyList<Statement> Of(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var statements = new List<Statement>
        {
            Statements.ReadTheManifest(pair, workload.Name, region),
        };
        if (workload.Databases.Any())
        {
            statements.AddRange(Databases(pair, workload, region));
        }

        if (workload.Tables.Any())
        {
            statements.AddRange(Tables(pair, workload, region));
        }

        if (workload.WideColumns.Any())
        {
            statements.AddRange(KeyspaceStatements.OfPods(pair, workload, region));
        }

        if (workload.Buckets.Any())
        {
            statements.AddRange(Buckets(pair, workload, region));
        }

        if (workload.Streams.Any())
        {
            statements.AddRange(StreamAccess.Produce(pair, workload, region));
        }

        if (workload.Queues.Any())
        {
            statements.AddRange(QueueAccess.Of(pair, workload, region));
        }

        if (workload.Catalogues.Any())
        {
            statements.AddRange(CatalogueAccess.Of(pair, workload, region));
        }

        if (workload.ClientSideEncryption)
        {
            statements.Add(new()
            {
                Sid = "EncryptInTheApplication",
                Action = Actions.UseKey,
                Resource = [Arns.AnyKey(region, pair.AccountId)],
                Condition = new()
                {
                    ["ForAnyValue:StringEquals"] = new()
                    {
                        ["kms:ResourceAliases"] = [pair.Names.MultiRegionKeyAlias(workload.Name, KeyParts.Application)],
                    },
                },
            });
        }

        return statements;
    }

    private static IEnumerable<Statement> Databases(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        new()
        {
            // Secrets Manager ends an ARN with a hyphen and six random characters.
            Sid = "ReadWhereTheDatabaseIs",
            Action = ["secretsmanager:GetSecretValue"],
            Resource =
            [
                .. workload.Databases.Select(database =>
                    $"arn:aws:secretsmanager:{region}:{pair.AccountId}:secret:{pair.Names.DatabaseSecret(workload.Name, database.Name)}-??????"),
            ],
        },
        Statements.UseDataKey("DecryptTheSecret", ["kms:Decrypt"], pair, workload.Name, region, "secretsmanager"),
        new()
        {
            // The resource id of a cluster is random, and another one after a restore; the user is what narrows this down
            // (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html).
            Sid = "LogInToTheDatabase",
            Action = ["rds-db:connect"],
            Resource = [$"arn:aws:rds-db:{region}:{pair.AccountId}:dbuser:cluster-*/{DatabaseUser(pair, workload)}"],
        },
    ];

    private static IEnumerable<Statement> Tables(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        new()
        {
            Sid = "UseTables",
            Action =
            [
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
                "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem",
            ],
            Resource = [.. workload.Tables.Select(table => Arns.Table(region, pair.AccountId, pair.Names.Table(workload.Name, table.Name)))],
        },

        // What DynamoDB asks of whoever reads and writes, without the grant that only making a table takes
        // (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html).
        Statements.UseDataKey("UseTheKeyOfTables", Actions.UseAndSeeKey, pair, workload.Name, region, "dynamodb"),
    ];

    private static IEnumerable<Statement> Buckets(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var buckets = workload.Buckets.Select(bucket => pair.Names.Bucket(workload.Name, bucket.Name, region)).ToArray();
        return
        [
            new() { Sid = "ListBuckets", Action = ["s3:ListBucket"], Resource = [.. buckets.Select(Arns.Bucket)] },
            new()
            {
                Sid = "UseObjects",
                Action = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
                Resource = [.. buckets.Select(Arns.Objects)],
            },
            Statements.UseDataKey("UseTheKeyOfBuckets", Actions.UseKey, pair, workload.Name, region, "s3"),
        ];
    }
}
