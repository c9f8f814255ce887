using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudflareCni.Tests.Wire;

/// <summary>Certificates for servers.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Creates a self-signed certificate that isn't trusted and doesn't expire for the test clocks.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(Epoch, Epoch.AddYears(200));

        // On Windows, a server can use only a key that was imported.
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
#else
        return new X509Certificate2(certificate.Export(X509ContentType.Pkcs12));
#endif
    }
}
