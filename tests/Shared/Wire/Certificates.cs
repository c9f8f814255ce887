using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudflareCni.Tests.Wire;

/// <summary>Certificates for servers.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One that nobody trusts, and that no clock calls old.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(Epoch, Epoch.AddYears(200));

        // Windows serves only with a key that was stored once.
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
#else
        return new X509Certificate2(certificate.Export(X509ContentType.Pkcs12));
#endif
    }
}
