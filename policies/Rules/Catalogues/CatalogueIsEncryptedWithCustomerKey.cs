using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Catalogues;

public sealed class CatalogueIsEncryptedWithCustomerKey : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var settings = context.Estate.OfType(GlueTypes.DataCatalogEncryptionSettings);
        return
        [
            .. settings.Select(setting => Of(context.Estate, setting)).OfType<Finding>(),
            .. CatalogueDatabase.In(context.Estate).Where(database => database.Node is not null).GroupBy(database => database.Region)
                .Where(group => group.Key is not null && settings.All(setting => setting.Region != group.Key))
                .Select(group => Finding.Violation(group.First().First, $"nothing that is declared encrypts the catalogue of {group.Key} with a customer key")),
        ];
    }

    private static Finding? Of(Estate estate, Node setting)
    {
        var rest = CatalogueEncryption.AtRest(setting);
        var (mode, key) = (rest["catalogEncryptionMode"], rest["sseAwsKmsKeyId"]);
        return mode.IsUnknown ? Finding.Unknown(setting, mode.Path)
            : mode.Text is not ("SSE-KMS" or "SSE-KMS-WITH-SERVICE-ROLE")
                ? Finding.Violation(setting, $"catalogEncryptionMode is {(mode.IsAbsent ? "not stated" : mode)}, SSE-KMS needed", mode.Path)
            : key.IsAbsent || key.Text?.EndsWith("alias/aws/glue", StringComparison.Ordinal) == true
                ? Finding.Violation(setting, "the key is that of AWS, a customer key needed", key.Path)
            : setting.Region is { } region && Keys.Unusable(estate, setting, key, region) is { Node: not null } unusable ? Finding.Of(unusable)
            : null;
    }
}
