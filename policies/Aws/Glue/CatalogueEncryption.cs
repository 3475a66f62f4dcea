namespace DrInfra.Policies.Aws.Glue;

/// <summary>The one setting of the Glue Data Catalog of an account and Region.</summary>
internal static class CatalogueEncryption
{
    public static Prop AtRest(Node setting) => setting["dataCatalogEncryptionSettings"]["encryptionAtRest"];
}
