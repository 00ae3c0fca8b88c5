"""What browsers decode otherwise than Python's codecs. Made by tools/build_tables.py.

Source: the index files of the WHATWG Encoding Standard
(https://github.com/whatwg/encoding, commit a985b62a9b45c17da3e17a9f0a0b4e30c34c4a8a).
"""

from __future__ import annotations

PAGES: dict[str, dict[int, str]] = {
    "windows-874": {},
    "windows-1250": {},
    "windows-1251": {},
    "windows-1252": {},
    "windows-1253": {},
    "windows-1254": {},
    "windows-1255": {0xCA: "\u05ba"},
    "windows-1256": {},
    "windows-1257": {},
    "windows-1258": {},
    "iso-8859-2": {},
    "iso-8859-3": {},
    "iso-8859-4": {},
    "iso-8859-5": {},
    "iso-8859-6": {},
    "iso-8859-7": {},
    "iso-8859-8": {},
    "iso-8859-10": {},
    "iso-8859-13": {},
    "iso-8859-14": {},
    "iso-8859-15": {},
    "iso-8859-16": {},
    "koi8-r": {},
    "koi8-u": {0xAE: "\u045e", 0xBE: "\u040e"},
    "cp866": {},
    "mac-roman": {},
    "mac-cyrillic": {},
}
"""Pages that browsers decode: where a byte is defined differently."""

CODES: dict[str, str] = {
    "big5hkscs": (
        "877a=3875 877b=21D53 877c=2369E 877d=26021 877e=3EEC 87a1=258DE 87a2=3AF5 87a3=7AFC "
        "87a4=9F97 87a5=24161 87a6=2890D 87a7=231EA 87a8=20A8A 87a9=2325E 87aa=430A 87ab=8484 "
        "87ac=9F96 87ad=942F 87ae=4930 87af=8613 87b0=5896 87b1=974A 87b2=9218 87b3=79D0 "
        "87b4=7A32 87b5=6660 87b6=6A29 87b7=889D 87b8=744C 87b9=7BC5 87ba=6782 87bb=7A2C "
        "87bc=524F 87bd=9046 87be=34E6 87bf=73C4 87c0=25DB9 87c1=74C6 87c2=9FC7 87c3=57B3 "
        "87c4=492F 87c5=544C 87c6=4131 87c7=2368E 87c8=5818 87c9=7A72 87ca=27B65 87cb=8B8F "
        "87cc=46AE 87cd=26E88 87ce=4181 87cf=25D99 87d0=7BAE 87d1=224BC 87d2=9FC8 87d3=224C1 "
        "87d4=224C9 87d5=224CC 87d6=9FC9 87d7=8504 87d8=235BB 87d9=40B4 87da=9FCA 87db=44E1 "
        "87dc=2ADFF 87dd=62C1 87de=706E 87df=9FCB 8e69=7BB8 8e6f=7C06 8e7e=7CCE 8eab=7DD2 "
        "8eb4=7E1D 8ecd=8005 8ed0=8028 8f57=83C1 8f69=84A8 8f6e=840F 8fcb=89A6 8fcc=89A9 "
        "8ffe=8D77 906d=90FD 907a=92B9 90dc=975C 90f1=97FF 91bf=9F16 9244=8503 92af=5159 "
        "92b0=515B 92b1=515D 92b2=515E 92c8=936E 92d1=7479 9447=6D67 94ca=799B 95d9=9097 "
        "9644=975D 96ed=701E 96fc=5B28 9b76=7201 9b78=77D7 9b7b=7E87 9bc6=99D6 9bde=91D4 "
        "9bec=60DE 9bf6=6FB6 9c42=8F36 9c53=4FBB 9c62=71DF 9c68=9104 9c6b=9DF0 9c77=83CF "
        "9cbc=5C10 9cbd=79E3 9cd0=5A67 9d57=8F0B 9d5a=7B51 9dc4=62D0 9ea9=6062 9eef=75F9 "
        "9efd=6C4A 9f60=9B2E 9f66=9F17 9fcb=50ED 9fd8=5F0C a063=880F a077=62CE a0d5=7468 "
        "a0df=7162 a0e4=7250 a145=2027 a14e=FE51 a1c2=AF a1e3=FF5E a1f2=2295 a1f3=2299 a241=2215 "
        "a242=FE68 a244=FFE5 a246=FFE0 a247=FFE1 a3c0=2400 a3c1=2401 a3c2=2402 a3c3=2403 "
        "a3c4=2404 a3c5=2405 a3c6=2406 a3c7=2407 a3c8=2408 a3c9=2409 a3ca=240A a3cb=240B "
        "a3cc=240C a3cd=240D a3ce=240E a3cf=240F a3d0=2410 a3d1=2411 a3d2=2412 a3d3=2413 "
        "a3d4=2414 a3d5=2415 a3d6=2416 a3d7=2417 a3d8=2418 a3d9=2419 a3da=241A a3db=241B "
        "a3dc=241C a3dd=241D a3de=241E a3df=241F a3e0=2421 a3e1=20AC c6cf=5EF4 c6d3=65E0 "
        "c6d5=7676 c6d7=96B6 c6de=3003 c6df=4EDD fa5f=5029 fa66=507D fabd=5305 fac5=5344 "
        "fad5=537F fb48=5605 fbb8=5A77 fbf3=5E75 fbf9=5ED0 fc4f=5F58 fc6c=60A4 fcb9=6490 "
        "fce2=6674 fcf1=675E fdb7=6C9C fdb8=6E1D fdbb=6E2F fdf1=716E fe52=732A fe6f=745C "
        "feaa=74E9 fedd=7809 "
    ),
    "cp949": "",
    "cp932": "",
    "euc-jp": "8fa2b7=FF5E a1c1=FF5E a1c2=2225 a1dd=FF0D a1f1=FFE0 a1f2=FFE1 a2cc=FFE2 ",
    "gb18030": (
        "8135f437=E7C7 a3a0=3000 a6d9=FE10 a6da=FE12 a6db=FE11 a6dc=FE13 a6dd=FE14 a6de=FE15 "
        "a6df=FE16 a6ec=FE17 a6ed=FE18 a6f3=FE19 a8bc=1E3F fe59=9FB4 fe61=9FB5 fe66=9FB6 "
        "fe67=9FB7 fe6d=9FB8 fe7e=9FB9 fe90=9FBA fea0=9FBB "
    ),
}
"""Codes of several bytes that decode differently: bytes=code point."""
